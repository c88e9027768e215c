using System.IO.Pipelines;
using Yonder.Drivers.Docker.Engine;
using Yonder.Runtimes.Exec;

namespace Yonder.Drivers.Docker.Execs;

/// <summary>A process in a container, without a terminal.</summary>
internal sealed class DockerProcess : IProcess
{
    private const int Pause = 256 << 10;

    private static readonly PipeOptions Buffering = new(pauseWriterThreshold: Pause, resumeWriterThreshold: Pause / 2, minimumSegmentSize: 32 << 10, useSynchronizationContext: false);

    private readonly ExecInstance _exec;
    private readonly EngineClient _engine;
    private readonly ExecSignals _signals;
    private readonly Pipe _output = new(Buffering);
    private readonly Pipe _error = new(Buffering);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _pumping;
    private readonly ExitWatch _exit;
    private readonly OpenWorks _works;
    private int _disposed;

    public DockerProcess(ContainerRef container, ExecInstance exec, string mark, string? user, OpenWorks works)
    {
        _exec = exec;
        _engine = container.Engine;
        _signals = new(container, exec, mark, user);
        StandardInput = new InputStream(exec.Connection);
        StandardOutput = _output.Reader.AsStream();
        StandardError = _error.Reader.AsStream();
        _pumping = PumpAsync();
        _exit = new(exec, _engine, _pumping);
        _works = works;
        works.Add(this);
    }

    public Stream StandardInput { get; }

    public Stream StandardOutput { get; }

    public Stream StandardError { get; }

    public Task<ExitStatus> WaitAsync(CancellationToken cancellationToken = default) => _exit.WaitAsync(cancellationToken);

    public async ValueTask SignalAsync(ProcessSignal signal, CancellationToken cancellationToken = default)
    {
        if (!_exit.HasEnded && await _exec.PollAsync(cancellationToken) is null)
        {
            await _signals.GroupAsync(signal, cancellationToken);
        }
    }

    public ValueTask KillAsync(CancellationToken cancellationToken = default) => _signals.KillTreeAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) is not 0)
        {
            return;
        }

        _works.Remove(this);

        // From here on its output is thrown away: an engine that cannot get rid of it does not notice that the process has ended.
        await StandardOutput.DisposeAsync();
        await StandardError.DisposeAsync();
        await _signals.EndTreeAsync();
        await _stop.CancelAsync();
        await _exec.DisposeAsync();
        await _pumping;
        await _exit.DisposeAsync();
        _stop.Dispose();
    }

    private async Task PumpAsync()
    {
        Exception? failure = null;
        try
        {
            var frames = new FrameReader(_exec.ReadAsync);
            while (await frames.NextAsync(_stop.Token) is { Bytes.IsEmpty: false } piece)
            {
                // A reader that has left throws what comes for it away; one that is slow holds the process back.
                await (piece.IsError ? _error : _output).Writer.WriteAsync(piece.Bytes, _stop.Token);
            }
        }
        catch (Exception error)
        {
            failure = new IOException("The connection to the process was cut.", _engine.Translate(error));
        }

        await _output.Writer.CompleteAsync(failure);
        await _error.Writer.CompleteAsync(failure);
    }
}
