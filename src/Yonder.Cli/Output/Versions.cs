namespace Yonder.Cli.Output;

/// <summary>The versions of the two ends.</summary>
internal sealed record Versions(string Client, string? Gateway);
