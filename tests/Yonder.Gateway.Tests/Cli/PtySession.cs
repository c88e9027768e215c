using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Yonder.Gateway.Tests.Cli;

/// <summary>A program on a real pseudo-terminal, made by <c>script</c>.</summary>
internal sealed class PtySession : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly Process _script;
    private readonly StringBuilder _screen = new();

    private PtySession(Process script) => _script = script;

    /// <summary>Runs a shell command line there, in which <c>$yonder</c> is the program.</summary>
    public static PtySession Start(Uri gateway, string commandLine)
    {
        var whole = $"yonder='{ProgramRun.Path}'; stty cols 100 rows 30; {commandLine}";
        return new PtySession(ProgramRun.Start("script", gateway.ToString(), "--quiet", "--flush", "--return", "--command", whole, "/dev/null"));
    }

    public async Task TypeAsync(string keys)
    {
        await _script.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(keys));
        await _script.StandardInput.BaseStream.FlushAsync();
    }

    /// <summary>Waits for a text, and returns the screen up to and with it; what comes behind it is for the next call.</summary>
    public async Task<string> WaitForAsync(string text)
    {
        using var limit = new CancellationTokenSource(Limit);
        var buffer = new byte[4096];
        while (true)
        {
            var screen = _screen.ToString();
            if (screen.IndexOf(text, StringComparison.Ordinal) is >= 0 and var at)
            {
                _screen.Remove(0, at + text.Length);
                return screen[..(at + text.Length)];
            }

            var count = await ReadAsync(buffer, screen, text, limit.Token);
            count.ShouldBeGreaterThan(0, $"it ended before '{text}': {screen}");
            _screen.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }
    }

    /// <summary>Waits for a number between two marks.</summary>
    public async Task<int> WaitForNumberAsync(string before, string after)
    {
        await WaitForAsync(before);
        return int.Parse((await WaitForAsync(after))[..^after.Length], CultureInfo.InvariantCulture);
    }

    public async Task<int> WaitForExitAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        await _script.WaitForExitAsync(limit.Token);
        return _script.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_script.HasExited)
        {
            _script.Kill(entireProcessTree: true);
            await _script.WaitForExitAsync();
        }

        _script.Dispose();
    }

    private async Task<int> ReadAsync(byte[] buffer, string screen, string text, CancellationToken cancellationToken)
    {
        try
        {
            return await _script.StandardOutput.BaseStream.ReadAsync(buffer, cancellationToken);
        }
        catch (OperationCanceledException exception)
        {
            throw new TimeoutException($"'{text}' did not come; the screen is: {screen}", exception);
        }
    }
}
