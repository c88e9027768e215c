// Runs a script in a new container's terminal and captures what it prints.
// run-script [IMAGE] [SCRIPT]
using System.Text;
using Yonder.Client;

var image = args.ElementAtOrDefault(0) ?? "ubuntu:24.04";
var script = args.ElementAtOrDefault(1) ?? "apt update && apt install -y curl";

await using var client = new YonderClient();
var container = await client.Containers.CreateAsync(image);
try
{
    var (output, exitCode) = await RunScriptAsync(container.Id);
    Console.Write(output);
    return exitCode ?? 1;
}
finally
{
    await client.Containers.DeleteAsync(container.Id);
}

async Task<(string Output, int? ExitCode)> RunScriptAsync(string containerId)
{
    await using var terminal = await client.Terminals.ConnectAsync(containerId);
    await terminal.WriteAsync($"{script}\nexit\n");

    // Characters may be split between reads: bytes are collected and decoded once.
    using var output = new MemoryStream();
    await foreach (var bytes in terminal)
    {
        output.Write(bytes.Span);
    }

    return (Encoding.UTF8.GetString(output.ToArray()), terminal.ExitCode);
}
