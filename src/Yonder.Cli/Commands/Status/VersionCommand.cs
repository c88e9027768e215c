using System.CommandLine;
using System.Reflection;
using Yonder.Cli.Output;
using Yonder.Client;

namespace Yonder.Cli.Commands.Status;

/// <summary>Our version, and the gateway's when it answers: a client of another version is the first thing to know when something is odd.</summary>
internal static class VersionCommand
{
    public static Command Create() => new Command("version", "Print the version of this program and of the gateway.").Runs(async context =>
    {
        var versions = new Versions(Own(), await GatewaysAsync(context));
        context.Output.Write(versions, CliJson.Default.Versions, static (found, text) =>
        {
            text.WriteLine($"yonder {found.Client}");
            text.WriteLine($"gateway {found.Gateway ?? "does not answer"}");
        });
        return ExitCodes.Success;
    });

    private static string Own()
        => typeof(VersionCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    private static async Task<string?> GatewaysAsync(CliContext context)
    {
        try
        {
            return (await context.Client.System.GetVersionAsync(context.CancellationToken)).Version;
        }
        catch (YonderException)
        {
            return null;
        }
    }
}
