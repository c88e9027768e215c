namespace Yonder.Gateway.Tests.Scenes;

/// <summary>The samples, run as a newcomer would run them.</summary>
public sealed class SampleTests
{
    [Fact]
    public async Task Hello_moves_a_box()
    {
        var port = FreePort.Find();
        await using var server = Sample.Start("scenes-hello-server", ("VUER_PORT", $"{port}"));
        await server.LineAsync("Server ready");
        await using var viewer = PythonPeer.Client(new Uri($"ws://localhost:{port}"));
        await viewer.NextAsync("SET");

        await using var client = Sample.Start("scenes-hello-client", ("VUER_CLIENT_URI", $"ws://localhost:{port}"));

        await client.LineAsync("Events sent!");
        await server.LineAsync("Received HELLO: {\"message\": \"Hi!\"}");
        (await viewer.NextAsync("UPSERT"))["data"]!["nodes"]![0]!["position"]!.ToJsonString().ShouldBe("[0,0.5,0]");
        (await viewer.NextAsync("UPSERT"))["data"]!["nodes"]![0]!["position"]!.ToJsonString().ShouldBe("[1,0.5,0]");
        (await client.ExitAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_program_with_a_server_inside_ends_when_it_is_asked_to()
    {
        await using var server = Sample.Start("scenes-hello-server", ("VUER_PORT", $"{FreePort.Find()}"));
        await server.LineAsync("Server ready");

        await server.TerminateAsync();

        (await server.ExitAsync()).ShouldBe(143);
    }

    [Fact]
    public async Task Remote_animates_a_box_in_two_hundred_steps()
    {
        var port = FreePort.Find();
        await using var server = Sample.Start("scenes-remote-server", ("VUER_PORT", $"{port}"));
        await server.LineAsync("Server started");
        await using var viewer = PythonPeer.Client(new Uri($"ws://localhost:{port}"));
        await viewer.NextAsync("SET");

        await using var client = Sample.Start("scenes-remote-client", ("VUER_CLIENT_URI", $"ws://localhost:{port}"));

        for (var i = 0; i < 200; i++)
        {
            (await viewer.NextAsync("UPSERT"))["data"]!["nodes"]![0]!["key"]!.GetValue<string>().ShouldBe("box");
        }

        (await client.ExitAsync()).ShouldBe(0);
    }
}
