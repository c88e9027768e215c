using Yonder.Protocol.Terminals;

namespace Yonder.Gateway.Features.Terminals;

/// <summary>A terminal socket is not opened; the client is told why in an ordinary answer.</summary>
internal sealed class TerminalRefusedException(int status, TerminalRefusal refusal) : Exception(refusal.Message)
{
    public int Status => status;

    public TerminalRefusal Refusal => refusal;
}
