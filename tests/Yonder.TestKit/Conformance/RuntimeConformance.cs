using System.Security.Cryptography;
using Yonder.Runtimes;
using Yonder.Runtimes.Exec;

namespace Yonder.TestKit.Conformance;

/// <summary>What every suite stands on: a runtime and a directory of the test's own in it. Needs only sh and what busybox has in the runtime.</summary>
public abstract class RuntimeConformance : IAsyncLifetime, IDisposable
{
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(2));
    private IRuntime? _runtime;

    /// <summary>Gets the runtime under test.</summary>
    protected IRuntime Runtime => _runtime ?? throw new InvalidOperationException("The runtime is not connected yet.");

    /// <summary>Gets its commands.</summary>
    protected IExec Exec => Runtime.ExecOf();

    /// <summary>Gets the directory of this test in the runtime.</summary>
    protected RemotePath Scratch { get; private set; }

    /// <summary>Gets the end of all patience: no test waits for ever.</summary>
    protected CancellationToken Limit => _limit.Token;

    /// <summary>Gets how many bytes a program may get rid of while nobody reads: all that lies in pipes, sockets and our memory together.</summary>
    protected virtual long MostInFlight => 16 << 20;

    public virtual async Task InitializeAsync()
    {
        _runtime = await ConnectAsync();
        Scratch = RemotePath.Parse($"/tmp/yonder-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}");
        (await Exec.ShellAsync("mkdir -p \"$1\"", Scratch.ToString())).Expected();
    }

    public virtual async Task DisposeAsync()
    {
        if (_runtime is not null)
        {
            // The suites leave directories without permissions and very deep ones behind.
            await Exec.ShellAsync("chmod -R u+rwx \"$1\" 2> /dev/null; rm -rf \"$1\"", Scratch.ToString());
            await _runtime.DisposeAsync();
        }

        await ReleaseAsync();
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _limit.Dispose();
        }
    }

    /// <summary>Connects to a runtime for one test; it is disposed afterwards.</summary>
    protected abstract Task<IRuntime> ConnectAsync();

    /// <summary>Removes what <see cref="ConnectAsync"/> made.</summary>
    protected virtual Task ReleaseAsync() => Task.CompletedTask;

    /// <summary>A path in the test's own directory.</summary>
    protected RemotePath In(string name) => Scratch.Append(name);

    /// <summary>Reads a small file of the runtime through a command.</summary>
    protected async Task<string> ReadTextAsync(string name)
        => (await Exec.ShellAsync("cat \"$1\" 2> /dev/null || true", In(name).ToString())).Expected();

    /// <summary>Whether a process of the runtime runs: it exists and is not a zombie that waits for its parent.</summary>
    protected async Task<bool> RunsAsync(string pid)
        => (await Exec.ShellAsync("grep -q '^State:.[^ZX]' \"/proc/$1/status\" 2> /dev/null", pid.Trim())).Status.IsSuccess;
}
