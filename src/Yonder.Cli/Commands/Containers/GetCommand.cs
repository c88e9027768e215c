using System.CommandLine;
using Yonder.Cli.Output;
using Yonder.Protocol;

namespace Yonder.Cli.Commands.Containers;

internal static class GetCommand
{
    public static Command Create()
    {
        var container = ContainerArgument.Create();
        return new Command("get", "Describe a container.") { container }.Runs(async context =>
        {
            var found = await context.Client.Containers.GetAsync(context.Get(container), context.CancellationToken);
            context.Output.Write(found, RexecJson.Default.Container, ContainerText.Describe);
            return ExitCodes.Success;
        });
    }
}
