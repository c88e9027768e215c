namespace Yonder.Protocol.Scenes.Elements.Html;

/// <summary>A field to upload a picture.</summary>
public sealed record ImageUpload : HtmlElement
{
    /// <inheritdoc />
    public override string Tag => "ImageUpload";

    /// <summary>A text beside it.</summary>
    public string? Label { get; init; }

    /// <inheritdoc />
    protected override void WriteProps(ref PropWriter props)
    {
        base.WriteProps(ref props);
        props.Write("label"u8, Label);
    }
}
