using SkiaSharp;
using Yonder.Protocol.Scenes.Elements.Pictures;

namespace Yonder.Scenes.Pictures;

/// <summary>Raw pixels and picture files as parts of a scene.</summary>
public static class PictureExtensions
{
    // A picture in space is a millimetre high for each row, unless its part says otherwise.
    private const float MetresPerRow = 0.001f;

    extension(RawPixels pixels)
    {
        /// <summary>A picture in space.</summary>
        public Picture ToPicture(string? key = null, PictureFormat format = PictureFormat.Png, float quality = 0.9f)
        {
            var picture = new Picture
            {
                Rgb = pixels.Encode(format, quality),
                Aspect = (float)pixels.Width / pixels.Height,
                Height = pixels.Height * MetresPerRow,
            };
            return key is null ? picture : picture with { Key = key };
        }

        /// <summary>A picture behind the scene.</summary>
        public ImageBackground ToBackground(string? key = null, PictureFormat format = PictureFormat.Jpeg, float quality = 0.9f)
        {
            var background = new ImageBackground { Src = pixels.Encode(format, quality) };
            return key is null ? background : background with { Key = key };
        }

        /// <summary>The picture inside a URL, for where no bytes can go.</summary>
        public string ToDataUrl(PictureFormat format = PictureFormat.Png, float quality = 0.9f) =>
            $"data:image/{(format == PictureFormat.Png ? "png" : "jpeg")};base64,{Convert.ToBase64String(pixels.Encode(format, quality))}";
    }

    /// <summary>Reads a picture file of any common format as pixels.</summary>
    public static RawPixels Decode(ReadOnlySpan<byte> file)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data) ?? throw new InvalidDataException("The file is no picture that can be read.");
        using var bitmap = SKBitmap.Decode(codec) ?? throw new InvalidDataException("The picture is damaged.");
        using var rgba = new SKBitmap(new SKImageInfo(bitmap.Width, bitmap.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        return bitmap.CopyTo(rgba, SKColorType.Rgba8888)
            ? new RawPixels(rgba.GetPixelSpan().ToArray(), rgba.Width, rgba.Height, PixelLayout.Rgba)
            : throw new InvalidDataException("The picture's colours could not be converted.");
    }
}
