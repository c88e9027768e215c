using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Problems;
using Yonder.Runtimes;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Platform.Rexec;

/// <summary>Finds a caller's runtimes by what clients put into paths, and refuses in the words that they know.</summary>
internal sealed class OwnRuntimes(RuntimeRegistry registry)
{
    public static Problem NotFound { get; } = new(StatusCodes.Status404NotFound, "container_not_found", "container not found");

    public static Problem NotRunning { get; } = new(StatusCodes.Status400BadRequest, "container_stopped", "container is not running");

    /// <summary>Finds the caller's runtime by id, beginning of an id, or name.</summary>
    public async ValueTask<RuntimeRecord> RequireAsync(Caller caller, string key, CancellationToken cancellationToken)
        => await registry.FindAsync(caller.UserId, key, cancellationToken) ?? throw new ProblemException(NotFound);

    /// <summary>Opens the caller's runtime, waiting for one that is still being made. What is returned marks it as in use until disposed.</summary>
    public async ValueTask<OwnRuntime> OpenAsync(Caller caller, string key, CancellationToken cancellationToken)
    {
        var record = await RequireAsync(caller, key, cancellationToken);
        var use = registry.Use(record.Id);
        try
        {
            return new OwnRuntime(await registry.OpenAsync(record.Id, cancellationToken), record, use);
        }
        catch (RuntimeException failure) when (failure.Error is RuntimeError.WrongState)
        {
            use.Dispose();
            throw new ProblemException(NotRunning);
        }
        catch
        {
            use.Dispose();
            throw;
        }
    }
}
