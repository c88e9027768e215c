using System.Diagnostics;
using System.Threading.Channels;

namespace Yonder.Gateway.Tests.Scenes;

/// <summary>A sample that was built beside the tests, running as a process of its own.</summary>
internal sealed class Sample : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly Task _reading;

    private Sample(string name, (string Name, string Value)[] environment)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(own.Parent!.Parent!.FullName, name, own.Name, $"{name}.dll")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        foreach (var (variable, value) in environment)
        {
            start.Environment[variable] = value;
        }

        _process = Process.Start(start) ?? throw new InvalidOperationException($"{name} did not start.");
        _reading = ReadAsync();
    }

    public static Sample Start(string name, params (string Name, string Value)[] environment) => new(name, environment);

    /// <summary>Waits for a line that begins so.</summary>
    public async Task LineAsync(string beginning)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!(await _lines.Reader.ReadAsync(limit.Token)).StartsWith(beginning, StringComparison.Ordinal))
        {
            // Another line.
        }
    }

    /// <summary>Asks it to end, as a service manager does.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    public async Task<int> ExitAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        await _reading;
        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            _lines.Writer.TryWrite(line);
        }

        _lines.Writer.TryComplete();
    }
}
