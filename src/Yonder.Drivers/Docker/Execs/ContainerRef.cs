using Yonder.Drivers.Docker.Engine;
using Yonder.Drivers.Docker.Host;

namespace Yonder.Drivers.Docker.Execs;

/// <summary>A running container that a runtime is connected to.</summary>
/// <param name="Engine">Its engine.</param>
/// <param name="Id">The engine's id of it.</param>
/// <param name="Host">The container as this machine's kernel shows it; <see langword="null"/> where the engine is elsewhere or we may not look.</param>
internal sealed record ContainerRef(EngineClient Engine, string Id, HostContainer? Host);
