namespace Yonder.Cli.Output;

/// <summary>A script for a shell.</summary>
internal sealed record CompletionScript(string Shell, string Script);
