using System.Threading.Channels;
using Yonder.Runtimes;
using Yonder.Runtimes.Exec;
using Yonder.Runtimes.Terminals;

namespace Yonder.TestKit.Fakes;

/// <summary>A runtime in memory: what is started in it comes to the test, which plays the programs.</summary>
public sealed class FakeRuntime(string id = "fake") : IRuntime, ITerminals, IExec
{
    private readonly Channel<FakeTerminal> _terminals = Channel.CreateBounded<FakeTerminal>(1000);
    private readonly Channel<FakeProcess> _processes = Channel.CreateBounded<FakeProcess>(1000);

    public RuntimeInfo Info { get; } = new(new(id), "fake", DateTimeOffset.UnixEpoch);

    public ITerminals Terminals => this;

    public IExec Exec => this;

    /// <summary>Gets or sets what the next start fails with.</summary>
    public RuntimeException? Refusal { get; set; }

    public ValueTask<FakeTerminal> NextTerminalAsync(CancellationToken cancellationToken = default) => _terminals.Reader.ReadAsync(cancellationToken);

    public ValueTask<FakeProcess> NextProcessAsync(CancellationToken cancellationToken = default) => _processes.Reader.ReadAsync(cancellationToken);

    public async ValueTask<ITerminal> OpenAsync(TerminalSpec spec, CancellationToken cancellationToken = default)
    {
        ThrowIfRefused();
        var terminal = new FakeTerminal(spec);
        await _terminals.Writer.WriteAsync(terminal, cancellationToken);
        return terminal;
    }

    public async ValueTask<IProcess> StartAsync(ExecSpec spec, CancellationToken cancellationToken = default)
    {
        ThrowIfRefused();
        var process = new FakeProcess(spec);
        await _processes.Writer.WriteAsync(process, cancellationToken);
        return process;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void ThrowIfRefused()
    {
        if (Refusal is { } refusal)
        {
            throw refusal;
        }
    }
}
