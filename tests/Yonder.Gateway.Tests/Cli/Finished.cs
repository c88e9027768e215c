namespace Yonder.Gateway.Tests.Cli;

/// <summary>How a program ended and what it printed.</summary>
internal sealed record Finished(int ExitCode, string Output, string Error);
