namespace Yonder.Protocol.Tokens;

/// <summary>Says that something was done.</summary>
/// <param name="Message">What was done.</param>
public sealed record ResultMessage(string Message);
