using System.Net.WebSockets;
using Yonder.Protocol.Scenes;

namespace Yonder.Client.Scenes;

/// <summary>Where and how a <see cref="SceneClient"/> connects. What is not set comes from the environment, then from the defaults of the original.</summary>
public sealed record SceneClientOptions
{
    /// <summary>The server; <c>VUER_CLIENT_URI</c>, or <c>ws://localhost:8012</c>.</summary>
    public Uri Uri { get; init; } = SceneEnvironment.Uri;

    /// <summary>The largest message that is received; <c>WEBSOCKET_MAX_SIZE</c>, or 256 MiB.</summary>
    public int MaxMessageBytes { get; init; } = SceneEnvironment.MaxMessageBytes;

    /// <summary>Whether a <c>wss:</c> server must show a certificate that can be verified; <c>VUER_SSL_VERIFY</c>, or true. Leave it on but for tunnels to machines of your own.</summary>
    public bool VerifyCertificates { get; init; } = SceneEnvironment.VerifyCertificates;

    /// <summary>How deep received values may nest.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>How much may wait to be sent.</summary>
    public QueueLimits Queue { get; init; } = new();

    /// <summary>How many received events may wait for the program. Until it first receives, the oldest are left out when there are more
    /// (<see cref="SceneClient.Missed"/>), so that a program that only sends never stalls its server; from then on, reading pauses.</summary>
    public int ReceiveCapacity { get; init; } = 1024;

    /// <summary>How long connecting may take.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a silent server is asked whether it lives.</summary>
    public TimeSpan PingInterval { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long its answer may take before the connection counts as lost.</summary>
    public TimeSpan PingTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Connect again by itself when the connection is lost; null for never.</summary>
    public SceneReconnect? Reconnect { get; init; }

    /// <summary>Sets headers, subprotocols and the like.</summary>
    public Action<ClientWebSocketOptions>? ConfigureSocket { get; init; }

    /// <summary>Sets proxies, client certificates and other properties of the transport.</summary>
    public Action<SocketsHttpHandler>? ConfigureTransport { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
