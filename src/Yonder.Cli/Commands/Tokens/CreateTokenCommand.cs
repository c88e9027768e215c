using System.CommandLine;
using Yonder.Cli.Output;
using Yonder.Protocol;

namespace Yonder.Cli.Commands.Tokens;

internal static class CreateTokenCommand
{
    private static readonly Argument<string> Name = new("NAME") { Description = "What it is for." };

    private static readonly Option<string[]> Scopes = new("--scope") { Description = "What it may do: read, write, admin. [default: read and write]", AllowMultipleArgumentsPerToken = true };

    private static readonly Option<int?> Days = new("--days") { Description = "After how many days it stops working.", HelpName = "N" };

    public static Command Create() => new Command("create", "Make a token and print it: it is shown this once.") { Name, Scopes, Days }.Runs(async context =>
    {
        var scopes = context.Get(Scopes) is { Length: > 0 } given ? given : null;
        var created = await context.Client.Tokens.CreateAsync(context.Get(Name), scopes, context.Get(Days), context.CancellationToken);
        context.Output.Note("Keep it: it is not shown again.");
        context.Output.Write(created, RexecJson.Default.CreatedToken, static (token, text) => text.WriteLine(token.Token));
        return ExitCodes.Success;
    });
}
