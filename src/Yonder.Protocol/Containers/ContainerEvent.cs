namespace Yonder.Protocol.Containers;

/// <summary>A frame of the events socket that tells about one container.</summary>
/// <typeparam name="T">What it tells: a <see cref="Containers.Container"/>, a <see cref="ContainerList"/> (type <c>list</c>, sent first), a <see cref="ContainerProgress"/> (type <c>progress</c>) or a <see cref="ContainerAction"/>.</typeparam>
/// <param name="Type"><c>list</c>, <c>created</c>, <c>updated</c>, <c>started</c>, <c>stopped</c>, <c>deleted</c>, <c>progress</c> or <c>pong</c>.</param>
/// <param name="Container">What it tells.</param>
/// <param name="Timestamp">When it was sent.</param>
public sealed record ContainerEvent<T>(string Type, T? Container, DateTimeOffset Timestamp)
    where T : class;
