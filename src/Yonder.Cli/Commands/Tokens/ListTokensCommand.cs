using System.CommandLine;
using Yonder.Cli.Output;
using Yonder.Protocol;
using Yonder.Protocol.Tokens;

namespace Yonder.Cli.Commands.Tokens;

internal static class ListTokensCommand
{
    public static Command Create() => new Command("list", "List the tokens, without their secrets.").Runs(async context =>
    {
        var tokens = await context.Client.Tokens.ListAsync(context.CancellationToken);
        context.Output.Write(tokens, RexecJson.Default.IReadOnlyListApiToken, Print);
        return ExitCodes.Success;
    });

    private static void Print(IReadOnlyList<ApiToken> tokens, TextWriter text)
    {
        var table = new Table("ID", "NAME", "BEGINS", "SCOPES", "LAST USED", "EXPIRES");
        foreach (var token in tokens)
        {
            var expires = token.ExpiresAt is { } time ? time.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "never";
            table.Add(token.Id, token.Name, token.TokenPrefix, string.Join(',', token.Scopes), Age.Since(token.LastUsedAt, TimeProvider.System), expires);
        }

        table.WriteTo(text);
    }
}
