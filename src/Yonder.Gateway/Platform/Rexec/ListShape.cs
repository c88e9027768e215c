namespace Yonder.Gateway.Platform.Rexec;

/// <summary>The two forms in which clients expect a list.</summary>
internal enum ListShape
{
    /// <summary>An object that holds the list, its length and more.</summary>
    Envelope,

    /// <summary>The bare list.</summary>
    Array,
}
