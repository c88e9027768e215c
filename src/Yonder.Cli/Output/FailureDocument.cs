namespace Yonder.Cli.Output;

/// <summary>The one document of a command that failed.</summary>
internal sealed record FailureDocument(CliFailure Error);
