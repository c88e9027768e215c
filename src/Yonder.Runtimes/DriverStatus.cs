namespace Yonder.Runtimes;

/// <summary>Whether a driver can work here, for people and for the choice of a default.</summary>
/// <param name="IsAvailable">Whether it can work now.</param>
/// <param name="Detail">When available, what answers, e.g. <c>Docker Engine 20.10.24, API 1.41</c>; otherwise why it is not.</param>
/// <param name="Remedy">The command or setting that mends it, when one is known.</param>
public sealed record DriverStatus(bool IsAvailable, string Detail, string? Remedy = null);
