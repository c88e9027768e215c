namespace Yonder.Protocol.Scenes.Elements.Splats;

/// <summary>Gaussian splats in the format of Luma.</summary>
public sealed record LumaSplats : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "Splats";

    /// <summary>Where it is loaded from: a URL.</summary>
    public string? Src { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("src"u8, Src);
    }
}
