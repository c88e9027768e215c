namespace Yonder.Protocol.Containers;

/// <summary>The images that have short names. Any other is asked for by its full reference.</summary>
/// <param name="Images">The images; the popular ones only, unless all were asked for.</param>
/// <param name="Categories">The same by category.</param>
/// <param name="Popular">The popular ones.</param>
public sealed record ImageList(IReadOnlyList<ImageInfo> Images, IReadOnlyDictionary<string, IReadOnlyList<ImageInfo>> Categories, IReadOnlyList<ImageInfo> Popular);
