namespace Yonder.Scenes.Pictures;

/// <summary>How the bytes of raw pixels are to be read, row after row from the top.</summary>
public enum PixelLayout
{
    /// <summary>One byte each: grey.</summary>
    Gray,

    /// <summary>Three bytes each: red, green, blue.</summary>
    Rgb,

    /// <summary>Three bytes each: blue, green, red, as OpenCV has them.</summary>
    Bgr,

    /// <summary>Four bytes each: red, green, blue, alpha.</summary>
    Rgba,
}
