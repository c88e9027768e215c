using System.Net;
using System.Text.RegularExpressions;

namespace Yonder.Gateway.Tests.Features.Status;

public sealed class StatusTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    [Fact]
    public async Task Health_is_for_everybody_and_counts_are_not()
    {
        using var stranger = new HttpRequestMessage(HttpMethod.Get, "/health") { Headers = { Host = "yonder.example" } };

        var seen = await JsonAnswer.SendAsync(gateway.Http, stranger);
        var own = await JsonAnswer.SendAsync(gateway.Http, HttpMethod.Get, "/health");

        seen.Status.ShouldBe(HttpStatusCode.OK);
        seen.Text("status").ShouldBe("ok");
        seen.Text("database").ShouldBe("ok");
        seen.Text("containers_total").ShouldBeNull();
        own.Text("containers_total").ShouldBe("0");
    }

    [Fact]
    public async Task The_version_is_for_everybody()
        => (await JsonAnswer.SendAsync(gateway.Http, HttpMethod.Get, "/api/version")).Text("version").ShouldNotBeNullOrEmpty();

    [Fact]
    public async Task Every_driver_says_whether_it_works()
    {
        var answer = await JsonAnswer.SendAsync(gateway.Http, HttpMethod.Get, "/api/drivers");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Body.GetProperty("drivers").EnumerateArray().ShouldAllBe(driver => driver.GetProperty("detail").GetString()!.Length > 0);
    }

    [Fact]
    public async Task Metrics_are_what_prometheus_reads_and_not_for_strangers()
    {
        await gateway.Http.GetAsync("/api/version");
        using var stranger = new HttpRequestMessage(HttpMethod.Get, "/metrics") { Headers = { Host = "yonder.example" } };

        var text = await ReadMetricsAsync("http_route=\"/api/version\"");

        (await gateway.Http.SendAsync(stranger)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        text.ShouldContain("# TYPE http_server_request_duration_seconds histogram\n");
        text.ShouldContain("le=\"+Inf\"} ");
        text.ShouldContain("# TYPE kestrel_active_connections gauge\n");
        text.Split('\n').Where(line => line.Length > 0 && line[0] is not '#')
            .ShouldAllBe(line => Regex.IsMatch(line, "^[a-z_][a-z0-9_]*(\\{.*\\})? [-+0-9.eEINa]+$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)));
    }

    // A request is measured when it is over, which is after its answer was read: ask until it shows.
    private async Task<string> ReadMetricsAsync(string expected)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (true)
        {
            var text = await gateway.Http.GetStringAsync("/metrics", deadline.Token);
            if (text.Contains(expected, StringComparison.Ordinal))
            {
                return text;
            }
        }
    }
}
