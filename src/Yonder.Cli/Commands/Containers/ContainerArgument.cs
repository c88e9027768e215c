using System.CommandLine;

namespace Yonder.Cli.Commands.Containers;

internal static class ContainerArgument
{
    public static Argument<string> Create() => new("CONTAINER") { Description = "Id, the first 12 characters of it or more, or name." };
}
