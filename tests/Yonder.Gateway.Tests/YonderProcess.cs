using System.Diagnostics;
using System.Globalization;

namespace Yonder.Gateway.Tests;

/// <summary>The real program in a process of its own, to be killed and signalled.</summary>
internal sealed class YonderProcess : IAsyncDisposable
{
    private const string Ready = "Yonder is listening on ";

    private readonly Process _process;
    private readonly Task<string> _errors;

    private YonderProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    public Uri Url { get; private set; } = new("http://unstarted.invalid");

    /// <summary>Starts <c>yonder serve</c> and waits until it says where it listens.</summary>
    public static async Task<YonderProcess> ServeAsync(string data, params string[] options)
    {
        var yonder = Start(data, options);
        try
        {
            var line = await yonder._process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
            line.ShouldNotBeNull();
            line.ShouldStartWith(Ready);
            yonder.Url = new Uri(line[Ready.Length..]);
            return yonder;
        }
        catch
        {
            await yonder.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs <c>yonder serve</c> where it is bound to refuse; returns what it says and its exit code.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string data, params string[] options)
    {
        await using var yonder = Start(data, options);
        var output = await yonder._process.StandardOutput.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return (await yonder.WaitAsync(), output, await yonder._errors);
    }

    /// <summary>As a power cut does it.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await WaitAsync();
    }

    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public async Task<int> WaitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static YonderProcess Start(string data, string[] options)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "yonder.dll");
        return new YonderProcess(Process.Start(new ProcessStartInfo("dotnet", [program, "serve", "--data", data, "--no-browser", .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!);
    }
}
