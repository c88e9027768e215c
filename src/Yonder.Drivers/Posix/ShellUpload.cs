using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Yonder.Runtimes;
using Yonder.Runtimes.Exec;
using Yonder.Runtimes.Files;

namespace Yonder.Drivers.Posix;

/// <summary>Sends one file through a command's input, in blocks, and has it put in place only when all of it is there.</summary>
internal sealed class ShellUpload(IExec exec, RemotePath path, FileWriteOptions options)
{
    private const int Block = 1 << 20;
    private const int NameLength = 8;

    /// <summary>A name that nobody else uses.</summary>
    public static string NewName() => $".yonder-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NameLength))}";

    public async ValueTask SendAsync(Stream content, CancellationToken cancellationToken)
    {
        if (options.Mode is < 0 or > 4095)
        {
            throw new RuntimeException(RuntimeError.InvalidRequest, "A mode is an octal number from 0 to 7777.");
        }

        if (options.Length < 0)
        {
            throw new RuntimeException(RuntimeError.InvalidRequest, "The content cannot have a negative length.");
        }

        string[] arguments = [options.Mode is { } mode ? Convert.ToString(mode, 8) : string.Empty, options.CreateParents ? "1" : "0", NewName()];
        await using var process = await ShellRun.StartAsync(exec, ShellScripts.Write, path, arguments, cancellationToken);
        var words = ShellRun.WordsAsync(process, CancellationToken.None);
        var output = ShellRun.CollectAsync(process.StandardOutput, 0, CancellationToken.None);
        try
        {
            await SendBlocksAsync(content, process.StandardInput, cancellationToken);
            await process.StandardInput.WriteAsync("commit\n"u8.ToArray(), cancellationToken);
        }
        catch (Exception error)
        {
            // Its end of input, without the word to commit, lets the script remove what it has.
            await process.StandardInput.DisposeAsync();
            var early = await EndAsync(process);
            if (error is IOException && early is { IsSuccess: false, Code: not ShellFailure.Incomplete })
            {
                throw ShellFailure.From(early.Value, await words, path);
            }

            throw;
        }

        await process.StandardInput.DisposeAsync();
        var status = await process.WaitAsync(cancellationToken);
        await output;
        if (!status.IsSuccess)
        {
            throw ShellFailure.From(status, await words, path);
        }
    }

    private static async ValueTask<ExitStatus?> EndAsync(IProcess process)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            return await process.WaitAsync(limit.Token);
        }
        catch (Exception error) when (error is RuntimeException or OperationCanceledException)
        {
            return null;
        }
    }

    private async ValueTask SendBlocksAsync(Stream content, Stream input, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Block);
        try
        {
            for (long sent = 0; ;)
            {
                var count = await content.ReadAtLeastAsync(buffer.AsMemory(0, Block), Block, throwOnEndOfStream: false, cancellationToken);
                sent += count;
                if (sent > options.Length || (count < Block && sent < options.Length))
                {
                    throw new RuntimeException(RuntimeError.InvalidRequest, string.Create(CultureInfo.InvariantCulture, $"The content is not the {options.Length} bytes that were promised."));
                }

                if (count > 0)
                {
                    await input.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{count} 1\n")), cancellationToken);
                    await input.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
                }

                if (count < Block)
                {
                    return;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
