using System.Globalization;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;

namespace Yonder.Gateway.Tests.Client;

/// <summary>The server's side of a terminal whose output is known beforehand, and whose connection breaks after each piece.</summary>
internal sealed class StubTerminal(byte[] output, Func<long, int> piece)
{
    public List<string> Since { get; } = [];

    public async Task AnswerAsync(HttpContext context)
    {
        var since = context.Request.Query["since"].ToString();
        Since.Add(since);
        var position = since is "" ? 0 : long.Parse(since, CultureInfo.InvariantCulture);
        context.Response.Headers["X-Yonder-Session"] = "s1";
        context.Response.Headers["X-Yonder-Offset"] = position.ToString(CultureInfo.InvariantCulture);
        using var socket = await context.WebSockets.AcceptWebSocketAsync();

        if (Since.Count is 1)
        {
            await StubSocket.WaitForInputAsync(socket);
        }

        var end = Math.Min(output.Length, position + piece(position));
        while (position < end)
        {
            var count = (int)Math.Min(end - position, 1000);
            await socket.SendAsync(output.AsMemory((int)position, count), WebSocketMessageType.Binary, endOfMessage: true, default);
            position += count;
        }

        if (position == output.Length)
        {
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "exit code 3", default);
        }
        else if (Since.Count % 2 is 1)
        {
            // A reset, which takes with it what was not received yet; every other time the connection merely ends.
            context.Abort();
        }
    }
}
