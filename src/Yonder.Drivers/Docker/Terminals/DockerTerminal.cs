using System.Globalization;
using Yonder.Drivers.Docker.Engine;
using Yonder.Drivers.Docker.Execs;
using Yonder.Runtimes;
using Yonder.Runtimes.Exec;
using Yonder.Runtimes.Terminals;

namespace Yonder.Drivers.Docker.Terminals;

/// <summary>An open terminal in a container. The engine keeps its pseudo-terminal; its bytes come here as they are.</summary>
internal sealed class DockerTerminal : ITerminal
{
    private const int NotFoundCode = 127;
    private const byte Sized = 0;
    private const byte NotSized = 1;

    private readonly ExecInstance _exec;
    private readonly EngineClient _engine;
    private readonly ExecSignals _signals;
    private readonly TerminalStream _bytes;
    private readonly ExitWatch _exit;
    private readonly OpenWorks _works;
    private int _disposed;

    public DockerTerminal(ContainerRef container, ExecInstance exec, string mark, string? user, OpenWorks works)
    {
        _exec = exec;
        _engine = container.Engine;
        _signals = new(container, exec, mark, user);
        _bytes = new(exec);
        _exit = new(exec, _engine, _bytes.Ended);
        _works = works;
        works.Add(this);
    }

    public Stream Bytes => _bytes;

    public Task<ExitStatus> WaitAsync(CancellationToken cancellationToken = default) => _exit.WaitAsync(cancellationToken);

    public async ValueTask ResizeAsync(TerminalSize size, CancellationToken cancellationToken = default)
    {
        if (size is { Columns: < 1 or > ushort.MaxValue } or { Rows: < 1 or > ushort.MaxValue })
        {
            throw new RuntimeException(RuntimeError.InvalidRequest, "A terminal has 1 to 65535 columns and rows.");
        }

        if (_exit.HasEnded)
        {
            return;
        }

        var path = string.Create(CultureInfo.InvariantCulture, $"/exec/{_exec.Id}/resize?h={size.Rows}&w={size.Columns}");
        try
        {
            await _engine.CallAsync(HttpMethod.Post, path, TimeSpan.Zero, cancellationToken);
        }
        catch (RuntimeException error) when (!error.IsTransient)
        {
            // Engines refuse to resize what has ended, each in its own words.
            if (await _exec.PollAsync(cancellationToken) is null)
            {
                throw;
            }
        }
    }

    public async ValueTask SignalAsync(ProcessSignal signal, CancellationToken cancellationToken = default)
    {
        if (!_exit.HasEnded && await _exec.PollAsync(cancellationToken) is null)
        {
            await _signals.ForegroundAsync(signal, cancellationToken);
        }
    }

    /// <summary>Waits for the launcher's word that the program exists and has its size.</summary>
    public async ValueTask AwaitLaunchAsync(TerminalSpec spec)
    {
        using var limit = new TimeLimit(_engine.Limits.Call, _engine.Time, CancellationToken.None);
        var word = new byte[1];
        try
        {
            if (await _bytes.ReadAsync(word, limit.Token) is 0)
            {
                var status = await _exit.WaitAsync(limit.Token);
                throw status.Code is NotFoundCode
                    ? new RuntimeException(RuntimeError.NotFound, $"There is no program '{spec.Command?[0] ?? "sh"}' in the container.")
                    : new RuntimeException(RuntimeError.Failed, $"The terminal ended before its program was started, with {status}.");
            }

            if (word[0] is NotSized)
            {
                await ResizeAsync(spec.Size, limit.Token);
            }
            else if (word[0] is not Sized)
            {
                throw new RuntimeException(RuntimeError.Failed, "The container's sh does not do what it is asked to.");
            }
        }
        catch (Exception error)
        {
            throw _engine.Translate(error, limit);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) is not 0)
        {
            return;
        }

        _works.Remove(this);
        await HangUpAsync();
        await _signals.EndTreeAsync();
        await _exec.DisposeAsync();
        _bytes.End();
        await _bytes.DisposeAsync();
        await _exit.DisposeAsync();
    }

    // Closing the connection tells an engine nothing: the program would run on without a reader.
    private async ValueTask HangUpAsync()
    {
        try
        {
            await SignalAsync(ProcessSignal.Hangup, CancellationToken.None);
        }
        catch (RuntimeException)
        {
            // It has ended, or cannot be reached: the kill that follows copes with both.
        }
    }
}
