using System.Globalization;
using System.Net;
using Yonder.Gateway.Platform.RateLimits;
using Yonder.TestKit;

namespace Yonder.Gateway.Tests.Platform.RateLimits;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Beyond_the_limit_a_client_is_told_when_to_come_back()
    {
        await using var gateway = await GatewayFixture.StartAsync(options => options with { RateLimits = new RateLimitOptions { Rest = 3, OwnUserFactor = 1 } });
        JsonAnswer last;
        var passed = 0;
        do
        {
            last = await JsonAnswer.SendAsync(gateway.Http, HttpMethod.Get, "/api/auth/me");
            passed++;
        }
        while (last.Status is HttpStatusCode.OK && passed < 10); // a minute may end meanwhile, once

        last.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        last.Text("error").ShouldBe("rate limit exceeded");
        var seconds = int.Parse(last.Header("Retry-After")!, CultureInfo.InvariantCulture);
        seconds.ShouldBeInRange(1, 60);
        last.Body.GetProperty("retry_after").GetInt32().ShouldBe(seconds);
        last.Header("X-RateLimit-Limit").ShouldBe("3");
        last.Header("X-RateLimit-Remaining").ShouldBe("0");
    }

    [Fact]
    public async Task The_own_user_has_room_for_a_thousand_terminals()
    {
        await using var gateway = await GatewayFixture.StartAsync();

        var answer = await JsonAnswer.SendAsync(gateway.Http, HttpMethod.Get, "/api/auth/me");

        (new RateLimitOptions().Sockets * new RateLimitOptions().OwnUserFactor).ShouldBeGreaterThan(1000);
        int.Parse(answer.Header("X-RateLimit-Remaining")!, CultureInfo.InvariantCulture).ShouldBeGreaterThan(100_000);
    }

    [Fact]
    public void Clients_limits_and_minutes_are_counted_apart()
    {
        var time = new ManualTimeProvider();
        var counters = new RateLimitCounters(time);
        var (one, other) = (IPAddress.Parse("192.0.2.1"), IPAddress.Parse("192.0.2.2"));

        counters.Count(RateLimit.Rest, one).Count.ShouldBe(1);
        counters.Count(RateLimit.Rest, one).Count.ShouldBe(2);
        counters.Count(RateLimit.Rest, other).Count.ShouldBe(1);
        counters.Count(RateLimit.Auth, one).Count.ShouldBe(1);
        time.Advance(TimeSpan.FromMinutes(1));
        counters.Count(RateLimit.Rest, one).Count.ShouldBe(1);
    }

    [Fact]
    public void One_ipv6_network_is_one_client()
    {
        var counters = new RateLimitCounters(new ManualTimeProvider());

        counters.Count(RateLimit.Rest, IPAddress.Parse("2001:db8:1:2::1")).Count.ShouldBe(1);
        counters.Count(RateLimit.Rest, IPAddress.Parse("2001:db8:1:2:ffff::9")).Count.ShouldBe(2);
        counters.Count(RateLimit.Rest, IPAddress.Parse("2001:db8:1:3::1")).Count.ShouldBe(1);
    }
}
