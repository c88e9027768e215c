using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements.Models;

/// <summary>An OBJ model.</summary>
public sealed record Obj : ModelElement
{
    /// <inheritdoc />
    public override string Tag => "Obj";

    /// <summary>URL of its materials.</summary>
    public string? Mtl { get; init; }

    /// <summary>Materials by name.</summary>
    public SceneMap? Materials { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("mtl"u8, Mtl);
        props.Write("materials"u8, Materials);
    }
}
