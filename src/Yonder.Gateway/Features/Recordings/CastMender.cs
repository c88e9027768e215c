using System.Buffers;
using System.Globalization;
using System.Text;

namespace Yonder.Gateway.Features.Recordings;

/// <summary>Makes a whole cast of one whose writer was killed: the line it was writing goes, everything before it stays.</summary>
internal static class CastMender
{
    private const int BufferSize = 64 * 1024;
    private const int LongestTime = 32;

    public static async Task<CastFacts> MendAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return default;
        }

        await using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous);
        var (lines, lastLine, end) = await ScanAsync(file, cancellationToken);
        file.SetLength(end);
        var duration = lines > 1 ? await ReadTimeAsync(file, lastLine, cancellationToken) : TimeSpan.Zero;
        return new CastFacts(duration, Math.Max(0, lines - 1), end);
    }

    /// <summary>Counts the whole lines, and finds where the last of them begins and ends.</summary>
    private static async Task<(long Lines, long LastLine, long End)> ScanAsync(FileStream file, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var (lines, lastLine, end, position) = (0L, 0L, 0L, 0L);
            while (await file.ReadAsync(buffer, cancellationToken) is > 0 and var count)
            {
                for (var i = 0; i < count; i++)
                {
                    if (buffer[i] is (byte)'\n')
                    {
                        (lines, lastLine, end) = (lines + 1, end, position + i + 1);
                    }
                }

                position += count;
            }

            return (lines, lastLine, end);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async Task<TimeSpan> ReadTimeAsync(FileStream file, long line, CancellationToken cancellationToken)
    {
        var start = new byte[LongestTime];
        file.Position = line;
        var count = await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        var text = Encoding.ASCII.GetString(start, 0, count).TrimStart('[');
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        return comma > 0 && double.TryParse(text.AsSpan(0, comma), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.Zero;
    }
}
