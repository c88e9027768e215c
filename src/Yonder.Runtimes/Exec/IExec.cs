namespace Yonder.Runtimes.Exec;

/// <summary>Starts commands.</summary>
public interface IExec
{
    /// <summary>Starts the command. Cancelling after it has started does not end it; disposing the process does.</summary>
    /// <exception cref="RuntimeException">The command could not be started: no such program, directory or user.</exception>
    ValueTask<IProcess> StartAsync(ExecSpec spec, CancellationToken cancellationToken = default);
}
