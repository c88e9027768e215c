using Yonder.Gateway.Features.Terminals.Wire;
using Yonder.Gateway.Platform.Terminals;
using Yonder.Runtimes;
using Yonder.Runtimes.Terminals;

namespace Yonder.Gateway.Features.Terminals;

/// <summary>Hands one client's input to its session, as far as the client may.</summary>
internal sealed class TerminalInput(TerminalSessions sessions, TerminalAccess access, JsonFrames? frames, Latch firstFrame, Latch firstOutput) : IInputSink
{
    private readonly Runtimes.Keeper.KeptKey _kept = access.Key.Kept;

    public void Arrived() => firstFrame.Open();

    public async ValueTask TypeAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        if (!access.MayType)
        {
            return;
        }

        // What comes before the shell is ready stays in the socket: a terminal that is still cooked echoes it twice and drops what is beyond 4 KB.
        await firstOutput.WaitAsync(cancellationToken);
        try
        {
            await sessions.WriteAsync(access.Key, _kept, input, cancellationToken);
        }
        catch (RuntimeException exception) when (exception.Error is RuntimeError.WrongState or RuntimeError.NotFound)
        {
            // The program has ended; its last output and the close are on their way to the client.
        }
    }

    public async ValueTask ResizeAsync(TerminalSize size, CancellationToken cancellationToken)
    {
        if (!access.IsOwner)
        {
            return;
        }

        try
        {
            await sessions.ResizeAsync(access.Key, size, cancellationToken);
        }
        catch (RuntimeException exception) when (exception.Error is RuntimeError.WrongState or RuntimeError.NotFound)
        {
            // As above: there is nothing left to have a size.
        }
    }

    public ValueTask PingedAsync(CancellationToken cancellationToken) => frames?.AnswerPingAsync(cancellationToken) ?? ValueTask.CompletedTask;
}
