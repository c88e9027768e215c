using System.CommandLine;
using Yonder.Gateway;

namespace Yonder.Cli.Commands;

internal static class ServeCommand
{
    private static readonly Option<string> Listen = new("--listen") { Description = "Address to listen on; port 0 picks a free one.", DefaultValueFactory = _ => "127.0.0.1:23300" };

    private static readonly Option<string> Data = new("--data") { Description = "Folder that all state is kept in.", DefaultValueFactory = _ => DefaultData() };

    public static Command Create()
    {
        var command = new Command("serve", "Run the gateway.") { Listen, Data };
        command.SetAction((arguments, cancellationToken) => GatewayHost.RunAsync(
            new GatewayOptions { Listen = arguments.GetRequiredValue(Listen), DataDirectory = arguments.GetRequiredValue(Data) },
            Console.Out,
            cancellationToken));
        return command;
    }

    private static string DefaultData()
        => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "yonder");
}
