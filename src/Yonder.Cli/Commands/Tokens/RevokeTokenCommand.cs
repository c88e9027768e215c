using System.CommandLine;
using Yonder.Cli.Output;

namespace Yonder.Cli.Commands.Tokens;

internal static class RevokeTokenCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "The token's id, from: yonder tokens list" };
        return new Command("revoke", "Revoke a token: it stops working at once.") { id }.Runs(async context =>
        {
            await context.Client.Tokens.RevokeAsync(context.Get(id), context.CancellationToken);
            context.Output.Done(context.Get(id), "revoked");
            return ExitCodes.Success;
        });
    }
}
