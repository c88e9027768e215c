using Yonder.Protocol;

namespace Yonder.Gateway.Platform.Problems;

internal static class ProblemWriter
{
    /// <summary>Answers with <paramref name="problem"/> in the dialect of the route that was asked for.</summary>
    public static Task WriteAsync(HttpContext context, Endpoint? endpoint, Problem problem)
    {
        // Without the request's token: it may be what ended the request, and the answer is small.
        context.Response.StatusCode = problem.Status;
        context.Response.Headers.CacheControl = "no-store";
        return IsRexec(context, endpoint)
            ? context.Response.WriteAsJsonAsync(new RexecError(problem.Message, problem.Message, problem.Code), RexecJson.Default.RexecError, cancellationToken: CancellationToken.None)
            : context.Response.WriteAsJsonAsync(
                new ProblemView(problem.Status, Title(problem.Status), problem.Message, problem.Code), YonderJson.Default.ProblemView, "application/problem+json", CancellationToken.None);
    }

    // What no route answers to under these prefixes was meant for the Rexec API: its clients read only `error`.
    private static bool IsRexec(HttpContext context, Endpoint? endpoint)
        => endpoint?.Metadata.GetMetadata<RexecErrors>() is not null
            || (endpoint?.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.RouteNameMetadata>() is null
                && (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || context.Request.Path.StartsWithSegments("/ws", StringComparison.Ordinal)));

    private static string Title(int status)
        => Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status) is { Length: > 0 } phrase ? phrase : "Error";
}
