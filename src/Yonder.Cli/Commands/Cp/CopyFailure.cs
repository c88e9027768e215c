namespace Yonder.Cli.Commands.Cp;

/// <summary>An entry that was not copied.</summary>
internal sealed record CopyFailure(string Path, string Message);
