using Yonder.Cli.Output;
using Yonder.Cli.Tty;
using Yonder.Client;
using Yonder.Client.Processes;
using Yonder.Protocol.Containers;

namespace Yonder.Cli.Commands.Exec;

/// <summary>Joins a remote process to this one's standard streams.</summary>
internal static class ProcessCopy
{
    public static async Task<int> RunAsync(CliContext context, string container, ExecRequest request, bool withInput)
    {
        await using var process = await context.Client.Processes.StartAsync(container, request, context.CancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        var input = withInput ? CopyInputAsync(process, stop.Token) : process.EndInputAsync(stop.Token);
        try
        {
            return await CopyOutputAsync(process, context.CancellationToken);
        }
        finally
        {
            await stop.CancelAsync();
            await input.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<int> CopyOutputAsync(RemoteProcess process, CancellationToken cancellationToken)
    {
        await using var output = StandardStreams.OpenOutput();
        await using var error = StandardStreams.OpenError();
        await foreach (var piece in process.ReadOutputAsync(cancellationToken))
        {
            await (piece.IsError ? error : output).WriteAsync(piece.Bytes, cancellationToken);
        }

        return process.ExitCode ?? ExitCodes.Failed;
    }

    private static async Task CopyInputAsync(RemoteProcess process, CancellationToken cancellationToken)
    {
        using var keyboard = new StandardInput();
        var buffer = new byte[64 * 1024];
        try
        {
            for (int count; (count = await keyboard.ReadAsync(buffer, Timeout.InfiniteTimeSpan, cancellationToken)) > 0;)
            {
                await process.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            }

            await process.EndInputAsync(cancellationToken);
        }
        catch (YonderConnectionException)
        {
            // The reader of the output meets the same loss, and reports it.
        }
    }
}
