namespace Yonder.Protocol.Scenes.Elements.Pictures;

/// <summary>The colour behind the scene.</summary>
public sealed record BackgroundColor : SceneElement
{
    /// <inheritdoc />
    public override string Tag => "BackgroundColor";

    /// <summary>As CSS writes it; #131416 when left out.</summary>
    public string? Color { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props) => props.Write("color"u8, Color);
}
