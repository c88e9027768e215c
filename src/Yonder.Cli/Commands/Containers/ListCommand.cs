using System.CommandLine;
using Yonder.Cli.Output;
using Yonder.Protocol;
using Yonder.Protocol.Containers;

namespace Yonder.Cli.Commands.Containers;

internal static class ListCommand
{
    public static Command Create(string name)
    {
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Print ids only." };
        return new Command(name, "List the containers.") { quiet }.Runs(async context =>
        {
            var containers = await context.Client.Containers.ListAsync(context.CancellationToken);
            var onlyIds = context.Get(quiet);
            context.Output.Write(containers, RexecJson.Default.IReadOnlyListContainer, (list, text) => Print(list, onlyIds, text));
            return ExitCodes.Success;
        });
    }

    private static void Print(IReadOnlyList<Container> containers, bool onlyIds, TextWriter text)
    {
        if (onlyIds)
        {
            foreach (var container in containers)
            {
                text.WriteLine(container.Id);
            }

            return;
        }

        var table = new Table("ID", "NAME", "IMAGE", "STATUS", "CREATED");
        foreach (var container in containers)
        {
            table.Add(ContainerText.ShortId(container), container.Name, container.Image, container.Status, Age.Since(container.CreatedAt, TimeProvider.System));
        }

        table.WriteTo(text);
    }
}
