using System.Numerics;

namespace Yonder.Protocol.Scenes.Elements.Inputs;

/// <summary>Axes, arcs and planes that a person can drag.</summary>
public sealed record Pivot : SpatialElement
{
    /// <inheritdoc />
    public override string Tag => "Pivot";

    /// <summary>From the handle to what is inside, in metres.</summary>
    public Vector3? Offset { get; init; }

    /// <summary>In pixels.</summary>
    public float? LineWidth { get; init; }

    /// <summary>Keeps its size on the screen.</summary>
    public bool? Fixed { get; init; }

    /// <summary>Without arrows.</summary>
    public bool? DisableAxes { get; init; }

    /// <summary>Without arcs.</summary>
    public bool? DisableRotations { get; init; }

    /// <summary>Without planes.</summary>
    public bool? DisableSliders { get; init; }

    /// <summary>Show numbers while it moves.</summary>
    public bool? Annotations { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("offset"u8, Offset);
        props.Write("lineWidth"u8, LineWidth);
        props.Write("fixed"u8, Fixed);
        props.Write("disableAxes"u8, DisableAxes);
        props.Write("disableRotations"u8, DisableRotations);
        props.Write("disableSliders"u8, DisableSliders);
        props.Write("annotations"u8, Annotations);
    }
}
