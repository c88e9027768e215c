namespace Yonder.Protocol.Containers;

/// <summary>The answer to <c>shell/setup</c>.</summary>
/// <param name="Success">Whether the comforts are there now.</param>
/// <param name="Message">What was done, for people.</param>
/// <param name="Output">What the set-up printed.</param>
public sealed record ShellSetup(bool Success, string Message, string Output);
