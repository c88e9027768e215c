using System.Diagnostics;
using System.Globalization;
using Yonder.Client.Scenes;
using Yonder.Protocol.Scenes.Events;
using Yonder.Scenes;

namespace Yonder.Benchmarks.Scenes;

/// <summary>Events a second and round trips through a real socket, client and server in one process, with what they allocate.</summary>
internal static class SceneProbe
{
    private const int Events = 2_000_000;
    private const int Pings = 5_000;

    public static async Task RunAsync(TextWriter output)
    {
        var handled = 0;
        await using var server = new SceneServer(new SceneServerOptions { Host = "127.0.0.1", Port = 0 });
        server.AddHandler("N", (message, _) =>
        {
            message.Dispose();
            Interlocked.Increment(ref handled);
            return Task.CompletedTask;
        });
        server.AddHandler("PING", (message, session) =>
        {
            message.Dispose();
            return session.SendAsync(new ServerEvent("PONG")).AsTask();
        });
        await server.StartAsync();
        await using var client = new SceneClient(server.Uri!);
        await client.ConnectAsync();

        await FloodAsync(client, Events / 10, () => Volatile.Read(ref handled));
        for (var round = 0; round < 3; round++)
        {
            Volatile.Write(ref handled, 0);
            var (rate, bytes) = await FloodAsync(client, Events, () => Volatile.Read(ref handled));
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"client to server, gathered:   {rate:N0} events/s, {bytes:F1} B allocated an event"));
        }

        Volatile.Write(ref handled, 0);
        var single = await OneByOneAsync(client, Events / 10, () => Volatile.Read(ref handled));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"client to server, each awaited: {single:N0} events/s"));
        await PingAsync(client, Pings);
        var times = await PingAsync(client, Pings);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"round trip: p50 {times[Pings / 2]:F1} µs, p99 {times[Pings * 99 / 100]:F1} µs"));
    }

    private static async Task<(double Rate, double Bytes)> FloodAsync(SceneClient client, int events, Func<int> handled)
    {
        var start = handled();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var since = Stopwatch.GetTimestamp();
        for (var i = 0; i < events; i++)
        {
            var queued = client.QueueAsync("N", new CountValue(i));
            if (!queued.IsCompletedSuccessfully)
            {
                await queued;
            }
        }

        await UntilAsync(() => handled() - start == events);
        var elapsed = Stopwatch.GetElapsedTime(since);
        return (events / elapsed.TotalSeconds, (GC.GetTotalAllocatedBytes(precise: true) - allocated) / (double)events);
    }

    private static async Task<double> OneByOneAsync(SceneClient client, int events, Func<int> handled)
    {
        var since = Stopwatch.GetTimestamp();
        for (var i = 0; i < events; i++)
        {
            await client.SendAsync("N", new CountValue(i));
        }

        await UntilAsync(() => handled() == events);
        return events / Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    private static async Task<double[]> PingAsync(SceneClient client, int pings)
    {
        var times = new double[pings];
        for (var i = 0; i < pings; i++)
        {
            var since = Stopwatch.GetTimestamp();
            await client.SendAsync("PING", new CountValue(i));
            using var pong = await client.ReceiveAsync();
            times[i] = Stopwatch.GetElapsedTime(since).TotalMicroseconds;
        }

        Array.Sort(times);
        return times;
    }

    private static async Task UntilAsync(Func<bool> done)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        while (!done())
        {
            await timer.WaitForNextTickAsync();
        }
    }
}
