namespace Yonder.Gateway.Platform.Auth;

/// <summary>Ends a request that outlives its caller's token, and a socket that outlives the gateway.</summary>
internal sealed class RequestCut(IHostApplicationLifetime lifetime, TimeProvider time)
{
    // Long enough for a handler to say goodbye; then the connection goes, whatever the handler does.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>Runs the rest of the request with a <see cref="HttpContext.RequestAborted"/> that also fires then.</summary>
    public async Task RunAsync(HttpContext context, Caller caller, RequestDelegate next)
    {
        var isSocket = context.WebSockets.IsWebSocketRequest;
        if (!caller.Revoked.CanBeCanceled && !isSocket)
        {
            await next(context);
            return;
        }

        var aborted = context.RequestAborted;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(
            aborted, caller.Revoked, isSocket ? lifetime.ApplicationStopping : CancellationToken.None);
        await using var cut = time.CreateTimer(_ => context.Abort(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await using var armed = ended.Token.Register(() => cut.Change(Grace, Timeout.InfiniteTimeSpan));
        context.RequestAborted = ended.Token;
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (caller.Revoked.IsCancellationRequested && !context.Response.HasStarted)
        {
            throw new Problems.ProblemException(AuthProblems.InvalidToken);
        }
        finally
        {
            context.RequestAborted = aborted;
        }
    }
}
