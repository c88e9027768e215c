namespace Yonder.Protocol.Scenes.Elements.Splats;

/// <summary>Gaussian splats.</summary>
public sealed record Splat : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "Splat";

    /// <summary>Where it is loaded from: a URL.</summary>
    public string? Src { get; init; }

    /// <summary>Splats clearer than this are left out.</summary>
    public float? AlphaTest { get; init; }

    /// <summary>How many are loaded at once.</summary>
    public int? ChunkSize { get; init; }

    /// <summary>Follow the tone mapping of the scene.</summary>
    public bool? ToneMapped { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("src"u8, Src);
        props.Write("alphaTest"u8, AlphaTest);
        props.Write("chunkSize"u8, ChunkSize);
        props.Write("toneMapped"u8, ToneMapped);
    }
}
