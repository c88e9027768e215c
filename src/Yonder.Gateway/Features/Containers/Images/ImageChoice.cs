namespace Yonder.Gateway.Features.Containers.Images;

/// <summary>The image that a caller asked for.</summary>
/// <param name="Reference">What the driver is asked for.</param>
/// <param name="AsAsked">What the caller wrote, to be answered with.</param>
/// <param name="Driver">The driver that the image itself names, if any.</param>
internal sealed record ImageChoice(string Reference, string AsAsked, string? Driver = null);
