namespace Yonder.Gateway.Platform.Problems;

/// <summary>The one place where a failed request becomes an answer.</summary>
internal sealed class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return; // Nobody is there to be answered.
        }
        catch (Exception exception)
        {
            await AnswerAsync(context, exception);
            return;
        }

        if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
        {
            await ProblemWriter.WriteAsync(context, context.GetEndpoint(), RequestProblems.FromStatus(context.Response.StatusCode));
        }
    }

    private async Task AnswerAsync(HttpContext context, Exception exception)
    {
        var endpoint = context.GetEndpoint();
        var route = (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";
        var problem = RequestProblems.From(exception);
        if (ReferenceEquals(problem, RequestProblems.Unexpected))
        {
            logger.RequestFailed(exception, context.Request.Method, route);
        }
        else if (problem.Status >= 500)
        {
            logger.RequestUnserved(context.Request.Method, route, problem.Code, exception.Message);
        }
        else
        {
            logger.RequestRefused(context.Request.Method, route, problem.Code);
        }

        if (context.Response.HasStarted)
        {
            // Half an answer must not look like a whole one.
            context.Abort();
            return;
        }

        await ProblemWriter.WriteAsync(context, endpoint, problem);
    }
}
