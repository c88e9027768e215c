namespace Yonder.Protocol.Scenes.Elements.Lights;

/// <summary>Light from the sky and from the ground.</summary>
public sealed record HemisphereLight : LightElement
{
    /// <inheritdoc />
    public override string Tag => "HemisphereLight";

    /// <summary>Colour from above.</summary>
    public string? SkyColor { get; init; }

    /// <summary>Colour from below.</summary>
    public string? GroundColor { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("skyColor"u8, SkyColor);
        props.Write("groundColor"u8, GroundColor);
    }
}
