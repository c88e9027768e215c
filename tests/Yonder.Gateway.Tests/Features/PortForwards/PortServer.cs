using System.Globalization;
using System.Net;
using Yonder.Gateway.Tests.Features.Containers;
using Yonder.TestKit.Waiting;

namespace Yonder.Gateway.Tests.Features.PortForwards;

/// <summary>A Python program that listens inside a container for as long as this lives, on a port that it picks and writes into the file <c>port</c>.</summary>
internal sealed class PortServer : IAsyncDisposable
{
    /// <summary>Answers a connection, once its client has ended its side, with what it got in capitals.</summary>
    public const string Shouting = """
        import os, socket, threading
        listener = socket.socket()
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        open("port.new", "w").write(str(listener.getsockname()[1]))
        os.rename("port.new", "port")
        def serve(connection):
            got = b""
            while piece := connection.recv(65536):
                got += piece
            connection.sendall(got.upper())
            connection.close()
        while True:
            threading.Thread(target=serve, args=(listener.accept()[0],)).start()
        """;

    /// <summary>Tells over HTTP what it was asked, and echoes over WebSocket.</summary>
    public const string Web = """
        import asyncio, json, os, websockets, http
        async def ask(path, headers):
            if headers.get("Upgrade", "").lower() != "websocket":
                body = json.dumps({"path": path, "headers": dict(headers.raw_items())}).encode()
                return http.HTTPStatus.CREATED, [("X-From", "inside"), ("Set-Cookie", "a=b"), ("Content-Type", "text/html")], body
        async def echo(socket, *_):
            async for message in socket:
                await socket.send(message)
        async def main():
            server = await websockets.serve(echo, "127.0.0.1", 0, process_request=ask)
            open("port.new", "w").write(str(server.sockets[0].getsockname()[1]))
            os.rename("port.new", "port")
            await asyncio.Future()
        asyncio.run(main())
        """;

    private readonly CancellationTokenSource _stop;
    private readonly Task _running;

    private PortServer(string id, int port, Task running, CancellationTokenSource stop) => (ContainerId, Port, _running, _stop) = (id, port, running, stop);

    public string ContainerId { get; }

    public int Port { get; }

    public static async Task<PortServer> StartAsync(HttpClient http, string program)
    {
        var id = await http.CreateAsync($"port-{Guid.NewGuid():N}");
        using (var body = new StringContent(program))
        using (var upload = await http.PostAsync($"/api/containers/{id}/files?path=server.py", body))
        {
            upload.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        var stop = new CancellationTokenSource();
        var running = RunAsync(http, id, stop.Token);
        var port = "";
        await Eventually.TrueAsync(
            async () =>
            {
                running.IsCompleted.ShouldBeFalse("the server has ended");
                using var answer = await http.GetAsync($"/api/containers/{id}/files?path=port");
                port = answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync() : "";
                return port.Length > 0;
            },
            "the server does not listen");
        return new PortServer(id, int.Parse(port, CultureInfo.InvariantCulture), running, stop);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private static async Task RunAsync(HttpClient http, string id, CancellationToken cancellationToken)
    {
        using var body = new StringContent("""{"command":["python3","server.py"],"timeout_seconds":120}""");
        using var answer = await http.PostAsync($"/api/containers/{id}/exec", body, cancellationToken);
    }
}
