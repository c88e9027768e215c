using System.CommandLine;
using Yonder.Cli.Commands.Containers;
using Yonder.Cli.Output;
using Yonder.Cli.Tty;
using Yonder.Client.Terminals;

namespace Yonder.Cli.Commands.Shell;

internal static class ShellCommand
{
    private static readonly Argument<string> Container = ContainerArgument.Create();

    private static readonly Option<string?> Session = new("--session", "-s") { Description = "Name of the session to start, or to join when it exists.", HelpName = "NAME" };

    private static readonly Option<bool> Attach = new("--attach", "-a") { Description = "Come back to the newest session in the container, with its last screens replayed." };

    public static Command Create()
        => new Command("shell", "Open a shell. Leave it running with Ctrl-P Ctrl-Q, or ~. at the start of a line.") { Container, Session, Attach }.Runs(RunAsync);

    private static async Task<int> RunAsync(CliContext context)
    {
        var container = context.Get(Container);
        var session = context.Get(Attach) ? await NewestAsync(context, container) : context.Get(Session) ?? NewName();
        var (columns, rows) = TerminalSession.Size;
        var options = new TerminalOptions { SessionId = session, Columns = columns, Rows = rows };
        await using var terminal = await context.Client.Terminals.ConnectAsync(container, options, context.CancellationToken);
        switch (await new TerminalSession(terminal, context).RunAsync())
        {
            case SessionEnd.Detached:
                context.Output.Note($"\r\nDetached. Come back with: yonder shell {container} --session {terminal.SessionId}");
                return ExitCodes.Success;
            default:
                return terminal.ExitCode ?? ExitCodes.Success;
        }
    }

    /// <summary>Every shell has a name, so that it can be come back to after a detach or the loss of this process.</summary>
    private static string NewName() => "shell-" + Guid.NewGuid().ToString("N")[..8];

    private static async Task<string> NewestAsync(CliContext context, string container)
    {
        if (context.Get(Session) is { } named)
        {
            return named;
        }

        var sessions = await context.Client.Terminals.ListAsync(container, context.CancellationToken);
        return sessions.MaxBy(session => session.StartedAt)?.Id
            ?? throw new CliException(ExitCodes.NotFound, "no_session", $"No session runs in {container}. Start one with: yonder shell {container}");
    }
}
