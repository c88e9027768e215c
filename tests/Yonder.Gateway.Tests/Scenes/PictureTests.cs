using SkiaSharp;
using Yonder.Protocol.Scenes.Elements.Models;
using Yonder.Protocol.Scenes.Packing;
using Yonder.Scenes.Models;
using Yonder.Scenes.Pictures;

namespace Yonder.Gateway.Tests.Scenes;

public sealed class PictureTests
{
    private static readonly byte[] RedGreenBlueWhite = [255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255];

    [Fact]
    public void Raw_pixels_become_a_png_that_shows_them()
    {
        var file = new RawPixels(RedGreenBlueWhite, 2, 2).Encode();

        using var bitmap = SKBitmap.Decode(file);
        bitmap.GetPixel(0, 0).ShouldBe(new SKColor(255, 0, 0));
        bitmap.GetPixel(1, 0).ShouldBe(new SKColor(0, 255, 0));
        bitmap.GetPixel(0, 1).ShouldBe(new SKColor(0, 0, 255));
        bitmap.GetPixel(1, 1).ShouldBe(new SKColor(255, 255, 255));
    }

    [Theory]
    [InlineData(PixelLayout.Gray, 1)]
    [InlineData(PixelLayout.Bgr, 3)]
    [InlineData(PixelLayout.Rgba, 4)]
    public void Every_layout_comes_out_as_it_went_in(PixelLayout layout, int channels)
    {
        var bytes = new byte[5 * 3 * channels];
        Array.Fill(bytes, (byte)128);
        bytes[0] = 200;

        using var bitmap = SKBitmap.Decode(new RawPixels(bytes, 5, 3, layout).Encode());

        bitmap.Width.ShouldBe(5);
        var first = bitmap.GetPixel(0, 0);
        ((int)(layout == PixelLayout.Bgr ? first.Blue : first.Red)).ShouldBeInRange(199, 201);
        ((int)bitmap.GetPixel(4, 2).Green).ShouldBeInRange(127, 129);
    }

    [Fact]
    public void A_jpeg_is_one_and_gets_smaller_with_less_quality()
    {
        var noise = new byte[64 * 64 * 3];
        new Random(3).NextBytes(noise);
        var pixels = new RawPixels(noise, 64, 64);

        var fine = pixels.Encode(PictureFormat.Jpeg, 0.95f);
        var coarse = pixels.Encode(PictureFormat.Jpeg, 0.2f);

        fine[..3].ShouldBe([0xff, 0xd8, 0xff]);
        coarse.Length.ShouldBeLessThan(fine.Length);
    }

    [Fact]
    public void A_picture_in_space_has_the_measures_of_its_pixels()
    {
        var node = PackedValue.Parse(Encoded(RawPixels.FromShares(new float[3 * 2 * 3], 3, 2).ToPicture("im")));

        node["tag"].AsString().ShouldBe("Image");
        node["aspect"].AsSingle().ShouldBe(1.5f);
        node["height"].AsSingle().ShouldBe(0.002f);
        PictureExtensions.Decode(node["rgb"].AsBinary().Span).Width.ShouldBe(3);
        new RawPixels(RedGreenBlueWhite, 2, 2).ToDataUrl().ShouldStartWith("data:image/png;base64,iVBOR");
    }

    [Fact]
    public void Pixels_that_are_too_few_are_refused()
    {
        Should.Throw<InvalidOperationException>(() => new RawPixels(new byte[11], 2, 2).Encode());
        Should.Throw<InvalidDataException>(() => PictureExtensions.Decode([1, 2, 3]));
    }

    [Fact]
    public async Task A_model_is_sent_as_the_file_that_it_is()
    {
        var folder = Directory.CreateTempSubdirectory("yonder-models-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "robot.urdf"), "<robot/>");
            await File.WriteAllBytesAsync(Path.Combine(folder, "part.glb"), [1, 2, 3]);

            ((Urdf)await ModelFiles.LoadAsync(Path.Combine(folder, "robot.urdf"))).Text.ShouldBe("<robot/>");
            PackedValue.Parse(Encoded(await ModelFiles.LoadAsync(Path.Combine(folder, "part.glb"))))["buff"].AsBinary().ToArray().ShouldBe([1, 2, 3]);
            await Should.ThrowAsync<NotSupportedException>(ModelFiles.LoadAsync(Path.Combine(folder, "notes.txt")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static byte[] Encoded(IPackable value)
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        var writer = new PackWriter(output);
        value.Write(ref writer);
        writer.Flush();
        return output.WrittenSpan.ToArray();
    }
}
