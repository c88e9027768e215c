using Microsoft.AspNetCore.Http.HttpResults;
using Yonder.Gateway.Platform.Audit;
using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Problems;
using Yonder.Protocol;
using Yonder.Protocol.Tokens;

namespace Yonder.Gateway.Features.Tokens;

internal static class TokensEndpoints
{
    private static readonly Problem NotFound = new(StatusCodes.Status404NotFound, "token.not_found", "token not found");

    public static async Task<JsonHttpResult<CreatedToken>> CreateAsync(
        HttpRequest request, Caller caller, TokenService tokens, IAuditLog audit, TimeProvider time, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync(request, RexecJson.Default.CreateTokenRequest, cancellationToken);
        var wish = TokenRules.Check(body, caller, time.GetUtcNow());
        var (secret, token) = await tokens.CreateAsync(wish, cancellationToken);
        await audit.RecordAsync(caller, "token_created", $"{token.Name} ({token.Prefix}…)", cancellationToken);
        return TypedResults.Json(token.ToCreated(secret), RexecJson.Default.CreatedToken, statusCode: StatusCodes.Status201Created);
    }

    public static async Task<JsonHttpResult<TokenList>> ListAsync(Caller caller, TokenService tokens, CancellationToken cancellationToken)
    {
        var list = await tokens.ListAsync(caller.UserId, TokenKind.Api, cancellationToken);
        return TypedResults.Json(new TokenList([.. list.Select(token => token.ToView())]), RexecJson.Default.TokenList);
    }

    public static async Task<JsonHttpResult<TokenValidation>> ValidateAsync(Caller caller, UserStore users, CancellationToken cancellationToken)
    {
        var user = await users.FindAsync(caller.UserId, cancellationToken);
        return TypedResults.Json(
            new TokenValidation(Valid: true, caller.UserId, caller.Username, user?.Email, caller.Tier, caller.Scopes), RexecJson.Default.TokenValidation);
    }

    public static async Task<JsonHttpResult<ResultMessage>> RevokeAsync(
        string id, Caller caller, TokenService tokens, IAuditLog audit, CancellationToken cancellationToken)
    {
        if (!await tokens.RevokeAsync(caller.UserId, TokenKind.Api, id, cancellationToken))
        {
            throw new ProblemException(NotFound);
        }

        await audit.RecordAsync(caller, "token_revoked", id, cancellationToken);
        return TypedResults.Json(new ResultMessage("token revoked"), RexecJson.Default.ResultMessage);
    }

    public static async Task<JsonHttpResult<ResultMessage>> DeleteAsync(
        string id, Caller caller, TokenService tokens, IAuditLog audit, CancellationToken cancellationToken)
    {
        if (!await tokens.DeleteAsync(caller.UserId, TokenKind.Api, id, cancellationToken))
        {
            throw new ProblemException(NotFound);
        }

        await audit.RecordAsync(caller, "token_deleted", id, cancellationToken);
        return TypedResults.Json(new ResultMessage("token deleted"), RexecJson.Default.ResultMessage);
    }
}
