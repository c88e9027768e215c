using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements.Materials;

/// <summary>A surface by programs of its own, with nothing added.</summary>
public sealed record RawShaderMaterial : MaterialElement
{
    /// <inheritdoc />
    public override string Tag => "rawShaderMaterial";

    /// <summary>The program for corners.</summary>
    public string? VertexShader { get; init; }

    /// <summary>The program for pixels.</summary>
    public string? FragmentShader { get; init; }

    /// <summary>Values for the programs.</summary>
    public SceneMap? Uniforms { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("vertexShader"u8, VertexShader);
        props.Write("fragmentShader"u8, FragmentShader);
        props.Write("uniforms"u8, Uniforms);
    }
}
