using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Yonder.Bench.Harness;

/// <summary>What is typed into every terminal, ours or a peer's, and how its answer is timed.</summary>
internal static class TerminalScripts
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Types a command and reads until <paramref name="mark"/> has come out; gives the bytes read.</summary>
    public static async Task<long> UntilAsync(this ITerminalPeer terminal, string typed, string mark, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        var wanted = Encoding.ASCII.GetBytes(mark);
        var buffer = new byte[1 << 18];
        var kept = 0;
        long total = 0;
        await terminal.SendAsync(Encoding.ASCII.GetBytes(typed), limit.Token);
        while (true)
        {
            var read = await terminal.ReceiveAsync(buffer.AsMemory(kept), limit.Token);
            if (read is 0)
            {
                throw new InvalidOperationException($"The terminal ended before '{mark}' came.");
            }

            total += read;
            var have = buffer.AsSpan(0, kept + read);
            if (have.IndexOf(wanted) >= 0)
            {
                return total;
            }

            kept = Math.Min(wanted.Length - 1, have.Length);
            have[^kept..].CopyTo(buffer);
        }
    }

    /// <summary>Waits for the shell and silences its prompt, so that only what a command prints is counted.</summary>
    public static Task SettleAsync(this ITerminalPeer terminal, CancellationToken cancellationToken)
        => terminal.UntilAsync("PS1=; PROMPT_COMMAND=; echo SET$((40+2))TLED\r", "SET42TLED", cancellationToken);

    /// <summary>Prints a file and gives MB/s.</summary>
    public static async Task<double> CatAsync(this ITerminalPeer terminal, string file, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        var bytes = await terminal.UntilAsync(string.Create(CultureInfo.InvariantCulture, $"cat {file}; echo E$((40+2))D\r"), "E42D", cancellationToken);
        return bytes / 1e6 / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    /// <summary>Types single keys into <c>cat</c> and gives each echo's time in milliseconds.</summary>
    public static async Task<List<double>> EchoAsync(this ITerminalPeer terminal, int keys, CancellationToken cancellationToken)
    {
        await terminal.UntilAsync("echo RE$((40+2))DY; exec cat\r", "RE42DY", cancellationToken);
        var buffer = new byte[4096];
        var times = new List<double>(keys);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(4));
        await pause.WaitForNextTickAsync(cancellationToken);
        for (var key = 0; key < keys; key++)
        {
            var begun = Stopwatch.GetTimestamp();
            await terminal.SendAsync("a"u8.ToArray(), cancellationToken);
            while (!buffer.AsSpan(0, await terminal.ReceiveAsync(buffer, cancellationToken)).Contains((byte)'a'))
            {
                // What comes before the key's own echo is the shell's last line end.
            }

            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            await pause.WaitForNextTickAsync(cancellationToken);
        }

        return times;
    }
}
