using Yonder.Runtimes.Exec;
using Yonder.Runtimes.Terminals;

namespace Yonder.Runtimes.Keeper;

/// <summary>What a terminal and a process have in common for one who keeps them.</summary>
internal abstract class KeptProgram : IAsyncDisposable
{
    public abstract KeptKind Kind { get; }

    public abstract Stream Input { get; }

    /// <summary>Gets the outputs, in the order of <see cref="KeptOutput"/>.</summary>
    public abstract IReadOnlyList<Stream> Outputs { get; }

    public static async ValueTask<KeptProgram> StartAsync(IRuntime runtime, KeepSpec spec, CancellationToken cancellationToken)
        => spec switch
        {
            { Terminal: { } terminal, Process: null } => new TerminalProgram(await runtime.Terminals.Require().OpenAsync(terminal, cancellationToken)),
            { Terminal: null, Process: { } process } => new ProcessProgram(await runtime.Exec.Require().StartAsync(process, cancellationToken)),
            _ => throw new RuntimeException(RuntimeError.InvalidRequest, "Give either a terminal or a process to start."),
        };

    public abstract ValueTask ResizeAsync(TerminalSize size, CancellationToken cancellationToken);

    public abstract ValueTask SignalAsync(ProcessSignal signal, CancellationToken cancellationToken);

    /// <summary>Says that no more input comes.</summary>
    public abstract ValueTask CloseInputAsync();

    public abstract Task<ExitStatus> WaitAsync(CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();
}
