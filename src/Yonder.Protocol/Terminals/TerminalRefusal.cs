namespace Yonder.Protocol.Terminals;

/// <summary>Why a terminal socket was not opened, with what a client can do about it.</summary>
/// <param name="Error">What happened.</param>
/// <param name="Message">The same text, for clients that read this field.</param>
/// <param name="Code">A stable name to switch on, e.g. <c>container_stopped</c>.</param>
public sealed record TerminalRefusal(string Error, string Message, string Code)
{
    /// <summary>Gets what to try, as a sentence.</summary>
    public string? Hint { get; init; }

    /// <summary>Gets what to do: <c>start</c> the container, or <c>none</c>.</summary>
    public string? ActionRequired { get; init; }

    /// <summary>Gets the container's status, when that is the reason.</summary>
    public string? Status { get; init; }

    /// <summary>Gets the container's id, once it is known.</summary>
    public string? ContainerId { get; init; }
}
