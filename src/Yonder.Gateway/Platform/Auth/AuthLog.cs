namespace Yonder.Gateway.Platform.Auth;

internal static partial class AuthLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The tokens in use could not be checked; trying again soon")]
    public static partial void SweepFailed(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Token {TokenId} of user {UserId} was revoked")]
    public static partial void TokenRevoked(this ILogger logger, string tokenId, string userId);
}
