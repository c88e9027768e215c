using System.CommandLine;
using Yonder.Cli.Output;
using Yonder.Protocol;
using Yonder.Protocol.Containers;

namespace Yonder.Cli.Commands.Containers;

internal static class CreateCommand
{
    private static readonly Argument<string> Image = new("IMAGE") { Description = "Image reference or short name; the Local driver has one, 'host'." };

    private static readonly Option<string?> Name = new("--name", "-n") { Description = "Name; one is made up without it." };

    private static readonly Option<string[]> Environment = new("--env", "-e") { Description = "Environment variable NAME=VALUE.", HelpName = "NAME=VALUE" };

    private static readonly Option<string[]> Labels = new("--label", "-l") { Description = "Label NAME=VALUE.", HelpName = "NAME=VALUE" };

    private static readonly Option<long?> Memory = new("--memory") { Description = "Memory limit.", HelpName = "MiB" };

    private static readonly Option<double?> Cpus = new("--cpus") { Description = "Processor limit, e.g. 0.5.", HelpName = "N" };

    private static readonly Option<long?> Disk = new("--disk") { Description = "Disk limit.", HelpName = "MiB" };

    private static readonly Option<string?> Network = new("--network") { Description = "default or none." };

    public static Command Create()
        => new Command("create", "Make and start a container.") { Image, Name, Environment, Labels, Memory, Cpus, Disk, Network }.Runs(RunAsync);

    private static async Task<int> RunAsync(CliContext context)
    {
        var request = new CreateContainerRequest
        {
            Image = context.Get(Image),
            Name = context.Get(Name),
            Environment = Pairs.Parse(context.Get(Environment), "--env"),
            Labels = Pairs.Parse(context.Get(Labels), "--label"),
            MemoryMb = context.Get(Memory),
            CpuShares = context.Get(Cpus) is { } cpus ? (long)Math.Round(cpus * 1000) : null,
            DiskMb = context.Get(Disk),
            NetworkMode = context.Get(Network),
        };

        Container? made = null;
        await foreach (var step in context.Client.Containers.CreateWithProgressAsync(request, context.CancellationToken))
        {
            made = step.Container ?? made;
            if (!step.Complete)
            {
                context.Output.Note($"{step.Progress,3}% {step.Message}{(step.Detail is { Length: > 0 } detail ? $" ({detail})" : "")}");
            }
        }

        context.Output.Write(
            made ?? throw new CliException(ExitCodes.Failed, "no_container", "The gateway made no container and did not say why."),
            RexecJson.Default.Container,
            static (container, text) => text.WriteLine(container.Id));
        return ExitCodes.Success;
    }
}
