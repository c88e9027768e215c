using System.Diagnostics;
using System.Globalization;
using Yonder.Bench.Harness;

namespace Yonder.Bench.Peers;

/// <summary>node-pty behind ws: what most web terminals are made of (npm).</summary>
internal sealed class NodePtyPeer : IAsyncDisposable
{
    private readonly ChildProcess _process;
    private readonly int _port;

    private NodePtyPeer(ChildProcess process, int port)
    {
        _process = process;
        _port = port;
    }

    public double CpuSeconds => _process.CpuSeconds;

    public static async Task<NodePtyPeer> StartAsync(BenchContext context, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(context.Root, "artifacts/bench-peers/node-pty");
        await InstallAsync(Path.Combine(context.Root, "benchmarks/Yonder.Bench/Peers/node-pty"), folder, cancellationToken);
        var port = Ports.Free();
        var process = ChildProcess.Start("node", [Path.Combine(folder, "server.mjs"), port.ToString(CultureInfo.InvariantCulture)]);
        await Ports.WaitAsync(port, cancellationToken);
        return new(process, port);
    }

    public async Task<ITerminalPeer> OpenAsync(CancellationToken cancellationToken)
        => new SocketTerminal(await SocketTerminal.OpenAsync(new Uri($"ws://127.0.0.1:{_port}/"), cancellationToken));

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static async Task InstallAsync(string source, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(source))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }

        if (Directory.Exists(Path.Combine(folder, "node_modules/node-pty")))
        {
            return;
        }

        var info = new ProcessStartInfo("npm", ["install", "--no-audit", "--no-fund", "--silent"]) { WorkingDirectory = folder };
        using var npm = StartOrSkip(info);
        await npm.WaitForExitAsync(cancellationToken);
        if (npm.ExitCode is not 0)
        {
            Directory.Delete(folder, recursive: true);
            throw new SkipException("node-pty could not be installed by npm.");
        }
    }

    private static Process StartOrSkip(ProcessStartInfo info)
    {
        try
        {
            return Process.Start(info) ?? throw new SkipException("npm did not start.");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new SkipException("npm is not installed.");
        }
    }
}
