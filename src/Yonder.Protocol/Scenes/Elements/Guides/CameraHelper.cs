namespace Yonder.Protocol.Scenes.Elements.Guides;

/// <summary>Lines around what a camera sees.</summary>
public sealed record CameraHelper : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "CameraHelper";

    /// <summary>Its colour, as CSS writes it.</summary>
    public string? Color { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("color"u8, Color);
    }
}
