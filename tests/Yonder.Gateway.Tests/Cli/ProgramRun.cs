using System.Diagnostics;
using System.Text;

namespace Yonder.Gateway.Tests.Cli;

/// <summary>Runs the built <c>yonder</c>, or another program beside it, as a process.</summary>
internal static class ProgramRun
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "yonder");

    public static Task<Finished> RunAsync(Uri gateway, params string[] arguments) => RunAsync(gateway.ToString(), input: [], arguments);

    public static Task<Finished> RunAsync(string gateway, byte[] input, params string[] arguments) => RunProgramAsync(Path, gateway, input, arguments);

    public static async Task<Finished> RunProgramAsync(string program, string gateway, byte[] input, string[] arguments)
    {
        using var process = Start(program, gateway, arguments);
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            var output = ReadAsync(process.StandardOutput.BaseStream, limit.Token);
            var error = ReadAsync(process.StandardError.BaseStream, limit.Token);
            await WriteAsync(process, input, limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new Finished(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    public static Process Start(string program, string gateway, params string[] arguments)
    {
        var info = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        info.Environment["YONDER_URL"] = gateway;
        info.Environment.Remove("YONDER_TOKEN");
        return Process.Start(info) ?? throw new InvalidOperationException($"{program} did not start.");
    }

    private static async Task WriteAsync(Process process, byte[] input, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // A program need not read what it is given.
        }
    }

    /// <summary>Latin 1 keeps every byte apart, so that tests can compare them.</summary>
    private static async Task<string> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
