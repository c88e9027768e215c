namespace Yonder.Protocol.Containers;

/// <summary>An image with a short name.</summary>
/// <param name="Name">The short name, to create a container with.</param>
/// <param name="DisplayName">Its name for people.</param>
/// <param name="Description">What it is good for.</param>
/// <param name="Category">The shelf it stands on.</param>
/// <param name="Tags">Words to find it by; the first is its reference.</param>
/// <param name="Popular">Whether it is in the short list.</param>
public sealed record ImageInfo(string Name, string DisplayName, string Description, string Category, IReadOnlyList<string> Tags, bool Popular);
