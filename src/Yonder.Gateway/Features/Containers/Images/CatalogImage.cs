namespace Yonder.Gateway.Features.Containers.Images;

/// <summary>An image with a short name.</summary>
/// <param name="Name">The short name.</param>
/// <param name="Reference">What it stands for.</param>
/// <param name="DisplayName">Its name for people.</param>
/// <param name="Category">The shelf it stands on.</param>
/// <param name="Popular">Whether it is in the short list.</param>
internal sealed record CatalogImage(string Name, string Reference, string DisplayName, string Category, bool Popular = false);
