using System.Net.Http.Headers;

namespace Yonder.Gateway.Features.Files;

/// <summary>The part of a file that a request wants.</summary>
/// <param name="Offset">Its first byte.</param>
/// <param name="Length">How many bytes.</param>
internal readonly record struct ByteRange(long Offset, long Length)
{
    /// <summary>Reads a Range header.</summary>
    /// <returns>The range; <see langword="null"/> for the whole file, which is also the answer to several ranges at once and to what is no range. A length below zero is a range outside of the file.</returns>
    public static ByteRange? Parse(string? header, long size)
    {
        if (!RangeHeaderValue.TryParse(header, out var value) || !string.Equals(value.Unit, "bytes", StringComparison.OrdinalIgnoreCase) || value.Ranges.Count is not 1)
        {
            return null;
        }

        var (from, to) = value.Ranges.First() switch
        {
            { From: null, To: { } last } => (Math.Max(0, size - last), last is 0 ? -1 : size - 1),
            { From: { } first, To: var last } => (first, Math.Min(last ?? long.MaxValue, size - 1)),
            _ => (0, -1),
        };
        return from >= size ? new ByteRange(from, -1) : new ByteRange(from, Math.Max(-1, to - from + 1));
    }
}
