using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements.Models;

/// <summary>A robot, described in URDF.</summary>
public sealed record Urdf : ModelElement
{
    /// <inheritdoc />
    public override string Tag => "Urdf";

    /// <summary>Where the files are that it names: a URL.</summary>
    public string? WorkingPath { get; init; }

    /// <summary>Angles in radians, or distances in metres, by name of the joint.</summary>
    public SceneMap? JointValues { get; init; }

    /// <summary>Show what it looks like.</summary>
    public bool? ParseVisual { get; init; }

    /// <summary>Show what collides.</summary>
    public bool? ParseCollision { get; init; }

    /// <summary>Where each package is: URLs by name, or one for all.</summary>
    public SceneValue? Packages { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("workingPath"u8, WorkingPath);
        props.Write("jointValues"u8, JointValues);
        props.Write("parseVisual"u8, ParseVisual);
        props.Write("parseCollision"u8, ParseCollision);
        props.Write("packages"u8, Packages);
    }
}
