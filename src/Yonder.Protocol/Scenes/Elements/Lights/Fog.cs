namespace Yonder.Protocol.Scenes.Elements.Lights;

/// <summary>Fog that hides what is far.</summary>
public sealed record Fog : SceneElement
{
    /// <inheritdoc />
    public override string Tag => "fog";

    /// <summary>Its colour, as CSS writes it.</summary>
    public string? Color { get; init; }

    /// <summary>Where it begins, in metres.</summary>
    public float? Near { get; init; }

    /// <summary>Where it hides everything, in metres.</summary>
    public float? Far { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        props.Write("color"u8, Color);
        props.Write("near"u8, Near);
        props.Write("far"u8, Far);
    }
}
