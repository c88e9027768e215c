using System.Text;
using Yonder.Runtimes;
using Yonder.Runtimes.Exec;

namespace Yonder.Drivers.Posix;

/// <summary>Starts scripts, and collects the little that they say about failures.</summary>
internal static class ShellRun
{
    private const int MaxWords = 4 << 10;

    /// <summary>Starts a script on a path, with more arguments behind it.</summary>
    public static ValueTask<IProcess> StartAsync(IExec exec, string script, RemotePath path, IEnumerable<string> arguments, CancellationToken cancellationToken)
        => exec.StartAsync(new() { Command = ["sh", "-c", script, "sh", Escape(path), .. arguments], WorkingDirectory = RemotePath.Root }, cancellationToken);

    /// <summary>A path as printf's <c>%b</c> takes it: any bytes, written in ASCII.</summary>
    public static string Escape(RemotePath path)
    {
        var text = new StringBuilder(path.Bytes.Length + 16);
        foreach (var value in path.Bytes)
        {
            if (char.IsAsciiLetterOrDigit((char)value) || value is (byte)'/' or (byte)'.' or (byte)'-' or (byte)'_' or (byte)' ')
            {
                text.Append((char)value);
            }
            else
            {
                text.Append("\\0").Append((char)('0' + (value >> 6))).Append((char)('0' + ((value >> 3) & 7))).Append((char)('0' + (value & 7)));
            }
        }

        return text.ToString();
    }

    /// <summary>Reads up to a few kilobytes and lets the rest go by.</summary>
    public static async Task<byte[]> CollectAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[MaxWords];
        while (await stream.ReadAsync(buffer, cancellationToken) is var count and > 0)
        {
            await kept.WriteAsync(buffer.AsMemory(0, (int)Math.Min(count, limit - kept.Length)), cancellationToken);
        }

        return kept.ToArray();
    }

    /// <summary>Collects what a script says on its standard error.</summary>
    public static Task<byte[]> WordsAsync(IProcess process, CancellationToken cancellationToken) => CollectAsync(process.StandardError, MaxWords, cancellationToken);
}
