using System.Data.Common;
using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;
using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Problems;
using Yonder.Gateway.Platform.Storage;
using Yonder.Gateway.Platform.Telemetry;
using Yonder.Protocol;
using Yonder.Protocol.Status;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Features.Status;

internal static class StatusEndpoints
{
    private static readonly GatewayVersion Version = ReadVersion();

    public static async Task<JsonHttpResult<Health>> GetHealthAsync(
        HttpContext context, Database database, DriverChecks drivers, RuntimeRegistry registry, CancellationToken cancellationToken)
    {
        var isStored = await AnswersAsync(database, cancellationToken);
        var docker = await drivers.FindAsync("docker", cancellationToken);
        var health = new Health
        {
            Status = isStored ? "ok" : "degraded",
            Database = isStored ? "ok" : "unavailable",
            Docker = docker is { IsAvailable: true } ? "ok" : "unavailable",
        };

        // How much there is, is for those who may ask.
        if (Caller.TryOf(context) is { IsAdmin: true })
        {
            var runtimes = await registry.ListAsync(owner: null, cancellationToken);
            health = health with { ContainersTotal = runtimes.Count, ContainersRunning = runtimes.Count(runtime => runtime.State is RuntimeState.Running) };
        }

        return TypedResults.Json(
            health, RexecJson.Default.Health, statusCode: isStored ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    public static JsonHttpResult<GatewayVersion> GetVersion() => TypedResults.Json(Version, RexecJson.Default.GatewayVersion);

    public static async Task<JsonHttpResult<DriverList>> ListDriversAsync(DriverChecks drivers, CancellationToken cancellationToken)
        => TypedResults.Json(new DriverList(await drivers.ListAsync(cancellationToken)), YonderJson.Default.DriverList);

    // A token with the scope read is enough, so that a scraper needs no more; but it is not for everybody who could sign in.
    public static ContentHttpResult GetMetrics(Caller caller, MetricsRegistry metrics)
        => string.Equals(caller.UserId, LocalOwner.Id, StringComparison.Ordinal)
            ? TypedResults.Text(metrics.Render(), "text/plain; version=0.0.4; charset=utf-8")
            : throw new ProblemException(AuthProblems.AdminRequired);

    private static async Task<bool> AnswersAsync(Database database, CancellationToken cancellationToken)
    {
        try
        {
            return await database.FirstOrDefaultAsync<long>("SELECT 1", parameters: null, cancellationToken) is 1;
        }
        catch (Exception exception) when (exception is DbException or TimeoutException)
        {
            return false;
        }
    }

    private static GatewayVersion ReadVersion()
    {
        var text = typeof(StatusEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
        var plus = text.IndexOf('+', StringComparison.Ordinal);
        return plus < 0 ? new GatewayVersion(text) : new GatewayVersion(text[..plus], text[(plus + 1)..]);
    }
}
