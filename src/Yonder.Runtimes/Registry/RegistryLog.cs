using Microsoft.Extensions.Logging;

namespace Yonder.Runtimes.Registry;

internal static partial class RegistryLog
{
    [LoggerMessage(LogLevel.Information, "Runtime {Id} is ready")]
    public static partial void Made(ILogger logger, RuntimeId id);

    [LoggerMessage(LogLevel.Warning, "Runtime {Id} could not be made")]
    public static partial void MakingFailed(ILogger logger, RuntimeId id, Exception exception);

    [LoggerMessage(LogLevel.Information, "A change of runtime {Id} failed")]
    public static partial void ChangeFailed(ILogger logger, RuntimeId id, Exception exception);

    [LoggerMessage(LogLevel.Warning, "Runtime {Id} is deleted, but its engine is away: it is removed there once the engine is back")]
    public static partial void LeftToEngine(ILogger logger, RuntimeId id, Exception exception);

    [LoggerMessage(LogLevel.Information, "Runtime {Id} was half made when the gateway ended: making it anew")]
    public static partial void FinishingMaking(ILogger logger, RuntimeId id);

    [LoggerMessage(LogLevel.Warning, "Driver {Driver} has runtime {Id} that no record names: removing it")]
    public static partial void RemovingOrphan(ILogger logger, string driver, RuntimeId id);

    [LoggerMessage(LogLevel.Information, "Runtime {Id} is now {State}, by other means than ours")]
    public static partial void StateObserved(ILogger logger, RuntimeId id, RuntimeState state);

    [LoggerMessage(LogLevel.Warning, "Comparing the records with driver {Driver} failed")]
    public static partial void ReconcilingFailed(ILogger logger, string driver, Exception exception);

    [LoggerMessage(LogLevel.Warning, "Watching driver {Driver} failed; trying again")]
    public static partial void WatchFailed(ILogger logger, string driver, Exception exception);

    [LoggerMessage(LogLevel.Information, "Driver {Driver} is available: {IsAvailable} ({Detail})")]
    public static partial void EngineChanged(ILogger logger, string driver, bool isAvailable, string detail);
}
