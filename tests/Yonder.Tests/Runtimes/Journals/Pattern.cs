namespace Yonder.Tests.Runtimes.Journals;

/// <summary>Bytes that can be checked from their offset alone: noise that repeats after a prime number of bytes.</summary>
internal static class Pattern
{
    private const int Period = 65_537;

    private static readonly byte[] Noise = MakeNoise();

    public static void Fill(Span<byte> bytes, long offset)
    {
        while (!bytes.IsEmpty)
        {
            var noise = NoiseAt(offset, bytes.Length);
            noise.CopyTo(bytes);
            bytes = bytes[noise.Length..];
            offset += noise.Length;
        }
    }

    public static byte[] Make(int count, long offset)
    {
        var bytes = new byte[count];
        Fill(bytes, offset);
        return bytes;
    }

    public static bool Matches(ReadOnlySpan<byte> bytes, long offset)
    {
        while (!bytes.IsEmpty)
        {
            var noise = NoiseAt(offset, bytes.Length);
            if (!bytes[..noise.Length].SequenceEqual(noise))
            {
                return false;
            }

            bytes = bytes[noise.Length..];
            offset += noise.Length;
        }

        return true;
    }

    private static ReadOnlySpan<byte> NoiseAt(long offset, int most)
    {
        var at = (int)(offset % Period);
        return Noise.AsSpan(at, Math.Min(most, Period - at));
    }

    private static byte[] MakeNoise()
    {
        var noise = new byte[Period];
        new Random(1).NextBytes(noise);
        return noise;
    }
}
