namespace Yonder.Protocol.Scenes.Elements.Physics;

/// <summary>Loads components from elsewhere.</summary>
public sealed record ContribLoader : SceneElement
{
    /// <inheritdoc />
    public override string Tag => "ContribLoader";

    /// <summary>Where it is.</summary>
    public string? Url { get; init; }

    /// <summary>The name of its package.</summary>
    public string? Library { get; init; }

    /// <summary>Its version.</summary>
    public string? Version { get; init; }

    /// <summary>The file to load.</summary>
    public string? Main { get; init; }

    /// <summary>The event that tells when it is loaded.</summary>
    public string? OnLoad { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        props.Write("url"u8, Url);
        props.Write("library"u8, Library);
        props.Write("version"u8, Version);
        props.Write("main"u8, Main);
        props.Write("onLoad"u8, OnLoad);
    }
}
