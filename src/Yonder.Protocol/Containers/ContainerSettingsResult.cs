namespace Yonder.Protocol.Containers;

/// <summary>The answer to a change of settings.</summary>
/// <param name="Message">What was done, for people.</param>
/// <param name="Restarted">Whether the container had to be restarted for it.</param>
/// <param name="Container">The container as it is now.</param>
public sealed record ContainerSettingsResult(string Message, bool Restarted, Container Container);
