namespace Yonder.Protocol.Processes;

/// <summary>A text message on the process socket <c>GET /ws/exec/{container}</c>; a receiver ignores types that it does not know.</summary>
/// <remarks>
/// The client's first message is an <see cref="Containers.ExecRequest"/>. The server answers <see cref="Started"/> or <see cref="Failed"/>.
/// Then bytes go as binary messages whose first byte is a <see cref="ProcessChannel"/>, and the last message is <see cref="Exited"/>.
/// Closing the socket kills the process.
/// </remarks>
/// <param name="Type">What it is.</param>
public sealed record ProcessFrame(string Type)
{
    /// <summary>The process runs.</summary>
    public const string Started = "started";

    /// <summary>The process could not be started, or was lost: see <see cref="Message"/>, <see cref="Code"/> and <see cref="Status"/>.</summary>
    public const string Failed = "failed";

    /// <summary>The process ended and all its output was sent: see <see cref="ExitCode"/>.</summary>
    public const string Exited = "exited";

    /// <summary>From the client: send the signal <see cref="Signal"/> to the process.</summary>
    public const string Kill = "signal";

    /// <summary>Gets the exit code, 128 + n when signal n ended the process.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Gets the signal that ended the process, or that is to be sent.</summary>
    public int? Signal { get; init; }

    /// <summary>Gets what went wrong.</summary>
    public string? Message { get; init; }

    /// <summary>Gets the stable name of what went wrong.</summary>
    public string? Code { get; init; }

    /// <summary>Gets the HTTP status that would have said the same.</summary>
    public int? Status { get; init; }
}
