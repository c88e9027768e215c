namespace Yonder.Protocol.Scenes.Elements.Lights;

/// <summary>The usual light of a scene, from sky and ground.</summary>
public sealed record HemisphereLightStage : LightElement
{
    /// <inheritdoc />
    public override string Tag => "HemisphereLightStage";

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
