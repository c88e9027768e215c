using System.CommandLine;
using Yonder.Cli.Output;
using Yonder.Client.Containers;

namespace Yonder.Cli.Commands.Containers;

/// <summary>The commands that do one thing to each container named: they differ in that thing alone.</summary>
internal static class LifecycleCommand
{
    public static Command Create(string verb, string description, string done, Func<ContainersClient, string, CancellationToken, Task> act)
    {
        var containers = new Argument<string[]>("CONTAINER") { Description = "Ids, first 12 characters of them or more, or names.", Arity = ArgumentArity.OneOrMore };
        return new Command(verb, description) { containers }.Runs(context => RunAsync(context, context.Get(containers), done, act));
    }

    private static async Task<int> RunAsync(CliContext context, string[] ids, string done, Func<ContainersClient, string, CancellationToken, Task> act)
    {
        var results = new List<ActionResult>();
        foreach (var id in ids)
        {
            await act(context.Client.Containers, id, context.CancellationToken);
            results.Add(new ActionResult(id, done));
            context.Output.Note($"{id}: {done}");
        }

        context.Output.Write(results, CliJson.Default.ListActionResult, static (_, _) => { });
        return ExitCodes.Success;
    }
}
