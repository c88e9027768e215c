using System.Net;

namespace Yonder.Client.Http;

/// <summary>Which failures of a repeatable call are worth another try, and after how long.</summary>
internal static class RetryRule
{
    /// <summary>A server that asks for more patience than this gets its error reported instead.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Whether an error says that the same call may succeed later.</summary>
    public static bool IsBusy(YonderApiException exception)
        => exception.Status is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    /// <summary>The wait before the next try after failed try number <paramref name="attempt"/> (from 1); <see langword="null"/> when there is to be none.</summary>
    public static TimeSpan? Delay(HttpMethod method, YonderException failure, int attempt, YonderClientOptions options)
    {
        if (attempt > options.Retries || !IsRepeatable(method) || (failure is YonderApiException answer && !IsBusy(answer)))
        {
            return null;
        }

        var own = options.RetryDelay * Math.Pow(2, attempt - 1);
        var delay = failure is YonderApiException { RetryAfter: { } asked } && asked > own ? asked : own;
        return delay <= Longest ? delay : null;
    }

    private static bool IsRepeatable(HttpMethod method) => method == HttpMethod.Get || method == HttpMethod.Head;
}
