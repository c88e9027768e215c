using Yonder.Gateway.Platform.Problems;

namespace Yonder.Gateway.Features.Tokens;

/// <summary>The tokens a user makes for programs.</summary>
internal static class TokensModule
{
    public static void MapTokens(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/tokens").WithRexecErrors();
        group.MapPost("", TokensEndpoints.CreateAsync).WithName("CreateToken");
        group.MapGet("", TokensEndpoints.ListAsync).WithName("ListTokens");
        group.MapGet("/validate", TokensEndpoints.ValidateAsync).WithName("ValidateToken");
        group.MapDelete("/{id}", TokensEndpoints.RevokeAsync).WithName("RevokeToken");
        group.MapDelete("/{id}/permanent", TokensEndpoints.DeleteAsync).WithName("DeleteToken");
    }
}
