using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Yonder.Client.Scenes;
using Yonder.Protocol.Scenes;
using Yonder.Protocol.Scenes.Events;
using Yonder.Scenes;

namespace Yonder.Gateway.Tests.Scenes;

public sealed class ClientTests
{
    [Fact]
    public async Task A_client_that_nobody_answers_says_so_and_can_try_again()
    {
        await using var client = new SceneClient(new Uri("ws://127.0.0.1:1"));

        (await Should.ThrowAsync<SceneException>(client.ConnectAsync())).Error.ShouldBe(SceneError.Refused);
        client.IsConnected.ShouldBeFalse();
        (await Should.ThrowAsync<SceneException>(async () => await client.SendAsync(new ClientEvent("N")))).Error.ShouldBe(SceneError.NotConnected);
        (await Should.ThrowAsync<SceneException>(client.ConnectAsync())).Error.ShouldBe(SceneError.Refused);
    }

    [Fact]
    public async Task Receiving_ends_in_null_when_the_time_is_over_and_the_connection_stays()
    {
        await using var world = await SceneWorld.StartAsync();
        var client = await world.ConnectAsync();

        (await client.ReceiveAsync(TimeSpan.FromMilliseconds(20))).ShouldBeNull();

        client.IsConnected.ShouldBeTrue();
    }

    [Fact]
    public async Task A_closed_client_connects_again_by_the_same_call()
    {
        await using var world = await SceneWorld.StartAsync(server => server.AddHandler("PING", async (_, session) => await session.SendAsync(new ServerEvent("PONG"))));
        var client = await world.ConnectAsync();

        await client.CloseAsync();
        client.IsConnected.ShouldBeFalse();
        await client.CloseAsync();
        await client.ConnectAsync();

        await client.SendAsync(new ClientEvent("PING"));
        await SceneWorld.NextAsync(client, "PONG");
    }

    [Fact]
    public async Task Posts_and_sends_keep_one_order()
    {
        var seen = new List<long>();
        await using var world = await SceneWorld.StartAsync(server => server.AddHandler("N", async (message, session) =>
        {
            seen.Add(message.Value.AsInt64());
            if (seen.Count == 3000)
            {
                await session.SendAsync(new ServerEvent("DONE"));
            }
        }));
        var client = await world.ConnectAsync();

        for (var i = 0; i < 3000; i += 3)
        {
            client.Post(new ClientEvent("N", i));
            await client.QueueAsync(new ClientEvent("N", i + 1));
            await client.SendAsync(new ClientEvent("N", i + 2));
        }

        await SceneWorld.NextAsync(client, "DONE");
        seen.ShouldBe(Enumerable.Range(0, 3000).Select(i => (long)i));
    }

    [Fact]
    public async Task Everything_posted_arrives_although_the_client_closes_at_once()
    {
        var count = 0;
        await using var world = await SceneWorld.StartAsync(server => server.AddHandler("N", (_, _) =>
        {
            Interlocked.Increment(ref count);
            return Task.CompletedTask;
        }));
        var client = await world.ConnectAsync();

        for (var i = 0; i < 10_000; i++)
        {
            client.Post(new ClientEvent("N", i));
        }

        await client.CloseAsync();
        await TestKit.Waiting.Eventually.TrueAsync(() => Task.FromResult(Volatile.Read(ref count) == 10_000), "all arrive");
    }

    [Fact]
    public async Task A_client_that_never_receives_stalls_nobody()
    {
        var count = 0;
        await using var world = await SceneWorld.StartAsync(server => server.AddHandler("N", async (_, session) =>
        {
            Interlocked.Increment(ref count);
            await session.SendAsync(new ServerEvent("ECHO", new byte[10_000]));
        }));
        var client = await world.ConnectAsync();

        for (var i = 0; i < 5000; i++)
        {
            await client.QueueAsync(new ClientEvent("N", i));
        }

        await TestKit.Waiting.Eventually.TrueAsync(() => Task.FromResult(Volatile.Read(ref count) == 5000), "all are handled");
        await TestKit.Waiting.Eventually.TrueAsync(() => Task.FromResult(client.Missed > 0), "what nobody takes is counted");
    }

    [Fact]
    public async Task A_lost_connection_comes_back_by_itself_and_what_was_posted_meanwhile_arrives()
    {
        var options = new SceneServerOptions { Host = "127.0.0.1", Port = 0 };
        var first = new SceneServer(options);
        await first.StartAsync();
        options.Port = first.Uri!.Port;
        await using var client = new SceneClient(new SceneClientOptions
        {
            Uri = first.Uri,
            Reconnect = new SceneReconnect(Attempts: 100) { FirstPause = TimeSpan.FromMilliseconds(20), LongestPause = TimeSpan.FromMilliseconds(50) },
        });
        await client.ConnectAsync();
        await first.DisposeAsync();
        await TestKit.Waiting.Eventually.TrueAsync(() => Task.FromResult(!client.IsConnected), "the loss is noticed");

        client.Post(new ClientEvent("N", 7));
        await using var second = new SceneServer(options);
        var arrived = second.TillAsync("N", TimeSpan.FromSeconds(20));
        await second.StartAsync();

        (await arrived).Value.AsInt64().ShouldBe(7);
        client.IsConnected.ShouldBeTrue();
        second.Sessions.Single().Init.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_message_larger_than_the_client_allows_ends_the_connection_with_a_reason()
    {
        await using var world = await SceneWorld.StartAsync(server => server.Spawn(async session =>
        {
            await session.SendAsync(new ServerEvent("BIG", new byte[10_000]));
            await session.ForeverAsync();
        }));
        var client = await world.ConnectAsync(new SceneClientOptions { MaxMessageBytes = 5000 });

        (await Should.ThrowAsync<SceneException>(async () => await client.ReceiveAsync(TimeSpan.FromSeconds(20)))).Error.ShouldBe(SceneError.TooLarge);
    }

    [Fact]
    public async Task Large_messages_travel_whole_in_both_directions()
    {
        await using var world = await SceneWorld.StartAsync(server => server.AddHandler("BIG", async (message, session) => await session.SendAsync(new ServerEvent("BACK", message.Value))));
        var client = await world.ConnectAsync();
        var bytes = new byte[20 << 20];
        new Random(1).NextBytes(bytes);

        await client.SendAsync(new ClientEvent("BIG", bytes));

        (await SceneWorld.NextAsync(client, "BACK")).Data.AsBinary().Span.SequenceEqual(bytes).ShouldBeTrue();
    }

    [Fact]
    public async Task A_certificate_is_verified_unless_the_program_says_otherwise()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        await using var world = await SceneWorld.StartAsync(configure: options => options.Certificate = X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null));

        world.Uri.Scheme.ShouldBe("wss");
        (await Should.ThrowAsync<SceneException>(world.ConnectAsync())).Error.ShouldBe(SceneError.Refused);
        (await world.ConnectAsync(new SceneClientOptions { VerifyCertificates = false })).IsConnected.ShouldBeTrue();
    }
}
