namespace Yonder.Cli.Output;

/// <summary>What was done to what.</summary>
internal sealed record ActionResult(string Id, string Action);
