using System.CommandLine;

namespace Yonder.Cli.Commands.Tokens;

internal static class TokensCommand
{
    public static Command Create() => new("tokens", "API tokens, for callers that are not you on this machine.")
    {
        CreateTokenCommand.Create(),
        ListTokensCommand.Create(),
        RevokeTokenCommand.Create(),
    };
}
