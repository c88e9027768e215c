using System.CommandLine;
using Yonder.Cli.Commands;
using Yonder.Cli.Commands.Completion;
using Yonder.Cli.Commands.Containers;
using Yonder.Cli.Commands.Cp;
using Yonder.Cli.Commands.Exec;
using Yonder.Cli.Commands.Forward;
using Yonder.Cli.Commands.Recordings;
using Yonder.Cli.Commands.Shell;
using Yonder.Cli.Commands.Status;
using Yonder.Cli.Commands.Tokens;
using Yonder.Cli.Output;

namespace Yonder.Cli;

/// <summary>The whole command line. This file is the list of commands.</summary>
internal static class CommandLine
{
    public static RootCommand Create()
    {
        var root = new RootCommand("Work with remote runtimes: containers, SSH hosts, notebooks, this machine.")
        {
            ServeCommand.Create(),
            ListCommand.Create("ps"),
            ContainersCommand.Create(),
            ExecCommand.Create(),
            ShellCommand.Create(),
            CpCommand.Create(),
            TokensCommand.Create(),
            RecordingsCommand.Create(),
            ForwardCommand.Create(),
            StatusCommand.Create(),
            VersionCommand.Create(),
            CompletionCommand.Create(),
        };
        GlobalOptions.AddTo(root);
        return root;
    }

    public static async Task<int> RunAsync(string[] arguments)
    {
        var parsed = Create().Parse(arguments);
        if (parsed.Errors is [var error, ..])
        {
            await Console.Error.WriteLineAsync($"yonder: {error.Message} (see: yonder {CommandPath.Of(parsed)}--help)");
            return ExitCodes.Usage;
        }

        // A signal cancels the command, which then has this long to end in order: `serve` lets requests finish.
        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
        });
    }
}
