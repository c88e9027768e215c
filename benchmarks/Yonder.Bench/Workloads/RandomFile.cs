namespace Yonder.Bench.Workloads;

internal static class RandomFile
{
    /// <summary>Writes bytes that no layer can compress or skip; the same ones each time.</summary>
    public static async Task WriteAsync(string path, long bytes, CancellationToken cancellationToken)
    {
        var block = new byte[1 << 20];
        new Random(1).NextBytes(block);
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 0);
        for (var left = bytes; left > 0; left -= block.Length)
        {
            await file.WriteAsync(block.AsMemory(0, (int)Math.Min(left, block.Length)), cancellationToken);
        }
    }
}
