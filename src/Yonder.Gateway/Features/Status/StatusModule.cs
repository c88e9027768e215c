namespace Yonder.Gateway.Features.Status;

/// <summary>How the gateway itself is: alive, which version, which drivers work, its counters.</summary>
internal static class StatusModule
{
    public static void MapStatus(this IEndpointRouteBuilder routes)
        => routes.MapGet("/health", () => TypedResults.Text("""{"status":"ok"}""", "application/json")).AllowAnonymous().WithName("Health");
}
