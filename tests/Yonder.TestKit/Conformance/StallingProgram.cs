using System.Globalization;
using Yonder.Runtimes;

namespace Yonder.TestKit.Conformance;

/// <summary>A program that writes 64 MiB of zeros and notes how far it came, so that a test sees it being held back.</summary>
internal static class StallingProgram
{
    public const long Total = Chunks * ChunkSize;

    private const long ChunkSize = 128 << 10;
    private const long Chunks = 512;

    public static string[] Command(RemotePath progress) =>
    [
        "sh", "-c",
        $"i=0; while [ $i -lt {Chunks} ]; do head -c {ChunkSize} /dev/zero; i=$((i+1)); echo $i > \"$1.new\"; mv \"$1.new\" \"$1\"; done",
        "sh", progress.ToString(),
    ];

    public static long Written(string progress)
        => long.TryParse(progress, CultureInfo.InvariantCulture, out var chunks) ? chunks * ChunkSize : 0;
}
