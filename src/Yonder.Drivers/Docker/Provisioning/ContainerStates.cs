using System.Globalization;
using Yonder.Drivers.Docker.Engine.Models;
using Yonder.Runtimes;
using Yonder.Runtimes.Provisioning;

namespace Yonder.Drivers.Docker.Provisioning;

/// <summary>Reads a container's description in our terms.</summary>
internal static class ContainerStates
{
    public static ProvisionedRuntime Describe(RuntimeId id, ContainerView container)
    {
        var state = container.State;
        return new(id, state switch
        {
            { Paused: true } => ProvisionedState.Paused,
            { Running: true } => ProvisionedState.Running,
            _ => ProvisionedState.Stopped,
        })
        {
            EngineId = container.Id,
            Address = state.Running ? Address(container) : null,
            StartedAt = state.StartedAt.Year > 1 ? state.StartedAt : null,
            Reason = state.Running ? null : Reason(state),
        };
    }

    /// <summary>The address that other programs on the host's network reach it at.</summary>
    public static string? Address(ContainerView container)
        => container.NetworkSettings?.Networks?.Values
            .Select(network => string.IsNullOrEmpty(network.IPAddress) ? network.GlobalIPv6Address : network.IPAddress)
            .FirstOrDefault(address => !string.IsNullOrEmpty(address));

    private static string? Reason(ContainerState state) => state switch
    {
        { Status: "created" } => null,
        { OomKilled: true } => "out of memory",
        { Error: { Length: > 0 } error } => error,
        { ExitCode: 0 } => null,

        // Asked to end by us or by the engine: nothing that anybody must be told.
        { ExitCode: 143 } => null,
        { ExitCode: 137 } => "killed",
        { ExitCode: var code } => string.Create(CultureInfo.InvariantCulture, $"exited with code {code}"),
    };
}
