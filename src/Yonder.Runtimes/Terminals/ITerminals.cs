namespace Yonder.Runtimes.Terminals;

/// <summary>Opens interactive terminals.</summary>
public interface ITerminals
{
    /// <summary>Opens a terminal. Cancelling after it has opened does not close it; disposing the terminal does.</summary>
    /// <exception cref="RuntimeException">The program could not be started.</exception>
    ValueTask<ITerminal> OpenAsync(TerminalSpec spec, CancellationToken cancellationToken = default);
}
