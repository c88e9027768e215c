using SkiaSharp;

namespace Yonder.Scenes.Pictures;

/// <summary>Raw pixels, as cameras and programs have them, over the program's own memory.</summary>
/// <param name="Data">The bytes; at least as many as width, height and layout say.</param>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Layout">What the bytes are.</param>
public sealed record RawPixels(ReadOnlyMemory<byte> Data, int Width, int Height, PixelLayout Layout = PixelLayout.Rgb)
{
    private int Channels => Layout switch
    {
        PixelLayout.Gray => 1,
        PixelLayout.Rgba => 4,
        _ => 3,
    };

    /// <summary>Pixels given as shares of 0 to 1.</summary>
    public static RawPixels FromShares(ReadOnlySpan<float> shares, int width, int height, PixelLayout layout = PixelLayout.Rgb)
    {
        var bytes = new byte[shares.Length];
        for (var i = 0; i < shares.Length; i++)
        {
            bytes[i] = (byte)Math.Clamp(shares[i] * 255, 0, 255);
        }

        return new RawPixels(bytes, width, height, layout);
    }

    /// <summary>The picture as a file.</summary>
    /// <param name="format">PNG or JPEG.</param>
    /// <param name="quality">Of a JPEG, 0 to 1.</param>
    public byte[] Encode(PictureFormat format = PictureFormat.Png, float quality = 0.9f)
    {
        if (Width <= 0 || Height <= 0 || Data.Length < (long)Width * Height * Channels)
        {
            throw new InvalidOperationException($"{Data.Length} bytes do not hold {Width} × {Height} pixels of {Layout}.");
        }

        using var bitmap = new SKBitmap(new SKImageInfo(Width, Height, Layout == PixelLayout.Gray ? SKColorType.Gray8 : SKColorType.Rgba8888, Layout == PixelLayout.Rgba ? SKAlphaType.Unpremul : SKAlphaType.Opaque));
        var target = bitmap.GetPixelSpan();
        for (var row = 0; row < Height; row++)
        {
            CopyRow(Data.Span.Slice(row * Width * Channels, Width * Channels), target.Slice(row * bitmap.RowBytes, bitmap.RowBytes));
        }

        using var encoded = bitmap.Encode(format == PictureFormat.Png ? SKEncodedImageFormat.Png : SKEncodedImageFormat.Jpeg, (int)Math.Round(Math.Clamp(quality, 0, 1) * 100))
            ?? throw new InvalidOperationException("The picture could not be encoded.");
        return encoded.ToArray();
    }

    private void CopyRow(ReadOnlySpan<byte> source, Span<byte> target)
    {
        if (Channels != 3)
        {
            source.CopyTo(target);
            return;
        }

        var (red, blue) = Layout == PixelLayout.Rgb ? (0, 2) : (2, 0);
        for (int from = 0, to = 0; from < source.Length; from += 3, to += 4)
        {
            target[to] = source[from + red];
            target[to + 1] = source[from + 1];
            target[to + 2] = source[from + blue];
            target[to + 3] = byte.MaxValue;
        }
    }
}
