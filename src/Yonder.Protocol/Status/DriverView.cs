namespace Yonder.Protocol.Status;

/// <summary>A driver and whether it can work.</summary>
/// <param name="Scheme">Its name, e.g. <c>docker</c>.</param>
/// <param name="IsAvailable">Whether it can work now.</param>
/// <param name="MakesRuntimes">Whether it can make runtimes, or only reaches those that exist.</param>
/// <param name="Detail">When it works, what answers; otherwise why it does not.</param>
/// <param name="Remedy">The command or setting that mends it, when one is known.</param>
public sealed record DriverView(string Scheme, bool IsAvailable, bool MakesRuntimes, string Detail, string? Remedy);
