using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Yonder.Gateway.Platform.Problems;
using Yonder.Runtimes;

namespace Yonder.Gateway.Tests.Platform.Problems;

/// <summary>Errors as clients see them, on routes of the test's own in both dialects.</summary>
public sealed class ProblemTests : IAsyncLifetime
{
    private GatewayFixture _gateway = null!; // set by InitializeAsync, before any test

    public async Task InitializeAsync() => _gateway = await GatewayFixture.StartAsync(map: routes =>
    {
        routes.MapGet("/api/test/rexec/{error}", Fail).WithRexecErrors();
        routes.MapGet("/test/native/{error}", Fail);
        routes.MapGet("/api/test/bug", Bug).WithRexecErrors();
        routes.MapGet("/api/test/number", (int limit) => TypedResults.Ok()).WithRexecErrors();
        routes.MapPost("/api/test/body", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            return TypedResults.Text((await reader.ReadToEndAsync()).Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }).WithRexecErrors();
    });

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Fact]
    public async Task Every_runtime_error_has_a_status_and_a_stable_code_in_both_dialects()
    {
        foreach (var error in Enum.GetValues<RuntimeError>())
        {
            var rexec = await GetAsync($"/api/test/rexec/{error}");
            var native = await GetAsync($"/test/native/{error}");

            var code = rexec.Text("code")!;
            code.ShouldMatch("^runtime(\\.[a-z_]+)+$");
            rexec.Text("error").ShouldBe($"about {error}");
            rexec.Text("message").ShouldBe($"about {error}");
            native.Status.ShouldBe(rexec.Status);
            native.Message.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
            native.Text("code").ShouldBe(code);
            native.Text("detail").ShouldBe($"about {error}");
            ((int)native.Status).ShouldBe(native.Body.GetProperty("status").GetInt32());
        }
    }

    [Theory]
    [InlineData(RuntimeError.NotFound, 404, "runtime.not_found")]
    [InlineData(RuntimeError.NotSupported, 409, "runtime.not_supported")]
    [InlineData(RuntimeError.ImageNotFound, 422, "runtime.image_not_found")]
    [InlineData(RuntimeError.Unreachable, 502, "runtime.unreachable")]
    [InlineData(RuntimeError.TimedOut, 504, "runtime.timed_out")]
    [InlineData(RuntimeError.NoSpace, 507, "runtime.no_space")]
    public async Task The_codes_that_clients_switch_on_do_not_change(RuntimeError error, int status, string code)
    {
        var answer = await GetAsync($"/test/native/{error}");

        ((int)answer.Status).ShouldBe(status);
        answer.Text("code").ShouldBe(code);
    }

    [Fact]
    public async Task A_bug_is_a_500_that_tells_nothing()
    {
        var answer = await GetAsync("/api/test/bug");

        answer.Status.ShouldBe(HttpStatusCode.InternalServerError);
        answer.Text("code").ShouldBe("internal_error");
        answer.Body.ToString().ShouldNotContain("secret detail");
        answer.Body.ToString().ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("/api/nothing/here")]
    [InlineData("/ws/nothing")]
    public async Task What_is_nowhere_is_a_404_that_rexec_clients_read(string path)
    {
        var answer = await GetAsync(path);

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.Text("error").ShouldBe("not found");
    }

    [Fact]
    public async Task A_method_that_a_route_does_not_take_is_a_405()
    {
        var answer = await JsonAnswer.SendAsync(_gateway.Http, HttpMethod.Put, "/api/tokens");

        answer.Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
        answer.Text("code").ShouldBe("method_not_allowed");
    }

    [Fact]
    public async Task A_parameter_of_the_wrong_type_is_a_400_that_names_it()
    {
        var answer = await GetAsync("/api/test/number?limit=many");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Text("error")!.ShouldContain("'limit'");
        answer.Text("error")!.ShouldNotContain("int");
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_a_413()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/test/body") { Content = new ByteArrayContent(new byte[5 * 1024 * 1024]) };
        request.Headers.ExpectContinue = true; // the answer comes before the body is sent

        var answer = await JsonAnswer.SendAsync(_gateway.Http, request);

        answer.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        answer.Text("code").ShouldBe("body_too_large");
    }

    [Fact]
    public async Task Every_answer_has_the_security_headers()
    {
        var answer = await GetAsync("/api/nothing");

        answer.Header("X-Content-Type-Options").ShouldBe("nosniff");
        answer.Header("X-Frame-Options").ShouldBe("DENY");
        answer.Header("Referrer-Policy").ShouldBe("no-referrer");
        answer.Header("Content-Security-Policy").ShouldNotBeNull();
        answer.Header("Server").ShouldBeNull();
    }

    private static IResult Fail(RuntimeError error) => throw new RuntimeException(error, $"about {error}");

    private static IResult Bug() => throw new InvalidOperationException("secret detail");

    private Task<JsonAnswer> GetAsync(string path) => JsonAnswer.SendAsync(_gateway.Http, HttpMethod.Get, path);
}
