using System.Net;
using System.Net.Sockets;
using Yonder.Client;

namespace Yonder.Gateway.Tests.Client;

public sealed class YonderClientTests
{
    [Theory]
    [InlineData("""[{"id":"a","name":"one"},{"id":"b"}]""")]
    [InlineData("""{"containers":[{"id":"a","name":"one"},{"id":"b"}],"count":2,"limit":5}""")]
    public async Task A_list_is_understood_with_and_without_its_envelope(string body)
    {
        await using var gateway = await StubGateway.StartAsync(200, body);
        await using var client = gateway.Connect();

        var containers = await client.Containers.ListAsync();

        containers.Select(container => container.Id).ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task A_list_that_is_null_is_empty()
    {
        await using var gateway = await StubGateway.StartAsync(200, """{"tokens":null}""");
        await using var client = gateway.Connect();

        (await client.Tokens.ListAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"error":"container not found"}""", "container not found", null)]
    [InlineData("""{"error":"gone","message":"gone too","code":"container_not_found"}""", "gone", "container_not_found")]
    [InlineData("""{"code":17,"message":"only a message"}""", "only a message", null)]
    [InlineData("""{"title":"Not Found","detail":"There is no runtime x.","code":"runtime.not_found","status":404}""", "There is no runtime x.", "runtime.not_found")]
    public async Task An_error_keeps_its_status_code_and_message_in_every_dialect(string body, string message, string? code)
    {
        await using var gateway = await StubGateway.StartAsync(404, body);
        await using var client = gateway.Connect();

        var exception = await Should.ThrowAsync<YonderApiException>(() => client.Containers.GetAsync("x"));

        (exception.Status, exception.Code, exception.Message).ShouldBe((HttpStatusCode.NotFound, code, message));
    }

    [Fact]
    public async Task An_error_page_of_a_proxy_is_an_api_error_with_its_status()
    {
        await using var gateway = await StubGateway.StartAsync(418, "<html>teapot</html>", "text/html");
        await using var client = gateway.Connect();

        var exception = await Should.ThrowAsync<YonderApiException>(() => client.Containers.GetAsync("x"));

        exception.Message.ShouldContain("418");
    }

    [Fact]
    public async Task A_success_that_is_not_json_is_a_connection_error()
    {
        await using var gateway = await StubGateway.StartAsync(200, "<html>login</html>", "text/html");
        await using var client = gateway.Connect();

        await Should.ThrowAsync<YonderConnectionException>(() => client.Containers.ListAsync());
    }

    [Fact]
    public async Task Nobody_listening_is_a_connection_error()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var client = new YonderClient(new YonderClientOptions { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Retries = 0 });

        (await Should.ThrowAsync<YonderConnectionException>(() => client.Containers.ListAsync())).Message.ShouldContain("cannot be reached");
    }

    [Fact]
    public async Task A_silent_gateway_is_a_connection_error_after_the_timeout()
    {
        await using var gateway = await StubGateway.StartAsync((context, _) => WaitForEndAsync(context.RequestAborted));
        await using var client = gateway.Connect(options => options with { Timeout = TimeSpan.FromMilliseconds(100) });

        (await Should.ThrowAsync<YonderConnectionException>(() => client.Containers.ListAsync())).Message.ShouldContain("did not answer within");
    }

    [Fact]
    public async Task Cancelling_a_call_is_a_cancellation_and_no_error_of_ours()
    {
        await using var gateway = await StubGateway.StartAsync((context, _) => WaitForEndAsync(context.RequestAborted));
        await using var client = gateway.Connect();
        using var cancel = new CancellationTokenSource();

        var call = client.Containers.ListAsync(cancel.Token);
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task A_read_is_tried_again_while_the_gateway_is_busy()
    {
        await using var gateway = await StubGateway.StartAsync((context, number)
            => number < 3 ? StubGateway.AnswerAsync(context, 503, """{"error":"busy"}""") : StubGateway.AnswerAsync(context, 200, "[]"));
        await using var client = gateway.Connect();

        (await client.Containers.ListAsync()).ShouldBeEmpty();

        gateway.Requests.ShouldBe(3);
    }

    [Fact]
    public async Task Tries_are_bounded_and_a_write_is_never_repeated()
    {
        await using var gateway = await StubGateway.StartAsync(503, """{"error":"busy"}""");
        await using var client = gateway.Connect();

        await Should.ThrowAsync<YonderApiException>(() => client.Containers.ListAsync());
        gateway.Requests.ShouldBe(3);

        await Should.ThrowAsync<YonderApiException>(() => client.Containers.StartAsync("x"));
        gateway.Requests.ShouldBe(4);
    }

    [Fact]
    public async Task A_gateway_that_asks_for_too_much_patience_gets_its_error_told()
    {
        await using var gateway = await StubGateway.StartAsync((context, _) =>
        {
            context.Response.Headers.RetryAfter = "60";
            return StubGateway.AnswerAsync(context, 429, """{"error":"rate limit exceeded"}""");
        });
        await using var client = gateway.Connect();

        (await Should.ThrowAsync<YonderApiException>(() => client.Containers.ListAsync())).RetryAfter.ShouldBe(TimeSpan.FromMinutes(1));

        gateway.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task The_token_is_sent_as_a_bearer_token_and_names_are_escaped()
    {
        string? authorization = null, path = null;
        await using var gateway = await StubGateway.StartAsync((context, _) =>
        {
            (authorization, path) = (context.Request.Headers.Authorization, context.Request.Path.Value);
            return StubGateway.AnswerAsync(context, 200, """{"id":"a b/c"}""");
        });
        await using var client = gateway.Connect(options => options with { Token = "secret" });

        await client.Containers.GetAsync("a b/c");

        (authorization, path).ShouldBe(("Bearer secret", "/api/containers/a b%2Fc"));
    }

    [Fact]
    public async Task A_path_prefix_of_the_address_is_kept()
    {
        string? path = null;
        await using var gateway = await StubGateway.StartAsync((context, _) =>
        {
            path = context.Request.Path;
            return StubGateway.AnswerAsync(context, 200, "[]");
        });
        await using var client = new YonderClient(gateway.Url + "/some/where");

        await client.Containers.ListAsync();

        path.ShouldBe("/some/where/api/containers");
    }

    [Fact]
    public async Task Creation_is_told_step_by_step_and_a_failed_one_throws()
    {
        const string Good = """
            : hello

            : padding
            data: {"stage":"pulling","message":"Pulling","progress":20}

            data: {"stage":"ready","message":"Ready","progress":100,"complete":true,"container":{"id":"abc"}}


            """;
        await using var gateway = await StubGateway.StartAsync((context, number) => StubGateway.AnswerAsync(
            context, 200, number is 1 ? Good : "data: {\"stage\":\"validating\",\"error\":\"no such image\",\"complete\":true}\n\n", "text/event-stream"));
        await using var client = gateway.Connect();
        var request = new Protocol.Containers.CreateContainerRequest { Image = "ubuntu:24.04" };

        var steps = await client.Containers.CreateWithProgressAsync(request).ToListAsync();
        steps.Select(step => step.Stage).ShouldBe(["pulling", "ready"]);
        steps[^1].Container!.Id.ShouldBe("abc");

        (await Should.ThrowAsync<YonderApiException>(async () => await client.Containers.CreateWithProgressAsync(request).ToListAsync())).Message.ShouldBe("no such image");
    }

    [Fact]
    public async Task A_creation_that_breaks_off_is_a_connection_error()
    {
        await using var gateway = await StubGateway.StartAsync(200, "data: {\"stage\":\"pulling\"}\n\n", "text/event-stream");
        await using var client = gateway.Connect();

        await Should.ThrowAsync<YonderConnectionException>(async ()
            => await client.Containers.CreateWithProgressAsync(new Protocol.Containers.CreateContainerRequest { Image = "x" }).ToListAsync());
    }

    /// <summary>Answers nothing until the client has gone.</summary>
    private static Task WaitForEndAsync(CancellationToken gone)
    {
        var ended = new TaskCompletionSource();
        gone.Register(ended.SetResult);
        return ended.Task;
    }
}
