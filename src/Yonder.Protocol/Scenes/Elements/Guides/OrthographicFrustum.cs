namespace Yonder.Protocol.Scenes.Elements.Guides;

/// <summary>What an orthographic camera sees.</summary>
public sealed record OrthographicFrustum : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "OrthographicFrustum";

    /// <summary>In metres.</summary>
    public float? Left { get; init; }

    /// <summary>In metres.</summary>
    public float? Right { get; init; }

    /// <summary>In metres.</summary>
    public float? Top { get; init; }

    /// <summary>In metres.</summary>
    public float? Bottom { get; init; }

    /// <summary>Nothing nearer is shown, in metres.</summary>
    public float? Near { get; init; }

    /// <summary>Nothing farther is shown, in metres.</summary>
    public float? Far { get; init; }

    /// <summary>Show what it sees.</summary>
    public bool? ShowFrustum { get; init; }

    /// <summary>Show which way is up.</summary>
    public bool? ShowUp { get; init; }

    /// <summary>Its colour, as CSS writes it.</summary>
    public string? Color { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("left"u8, Left);
        props.Write("right"u8, Right);
        props.Write("top"u8, Top);
        props.Write("bottom"u8, Bottom);
        props.Write("near"u8, Near);
        props.Write("far"u8, Far);
        props.Write("showFrustum"u8, ShowFrustum);
        props.Write("showUp"u8, ShowUp);
        props.Write("color"u8, Color);
    }
}
