using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Yonder.Protocol.Scenes;

namespace Yonder.Scenes;

/// <summary>How a <see cref="SceneServer"/> listens, whom it lets in, and how much it keeps. The environment is asked for what the original asks it for.</summary>
public sealed class SceneServerOptions
{
    /// <summary>The interface; <c>VUER_HOST</c>, or localhost.</summary>
    public string Host { get; set; } = Text("VUER_HOST") ?? "localhost";

    /// <summary>The port; <c>VUER_PORT</c>, or 8012. 0 takes a free one.</summary>
    public int Port { get; set; } = Number("VUER_PORT", 8012);

    /// <summary>The certificate for <c>wss:</c>; none for plain <c>ws:</c>.</summary>
    public X509Certificate2? Certificate { get; set; }

    /// <summary>What a client must show, as <c>?token=</c> or as a bearer token; none for no question asked.</summary>
    public string? Token { get; set; }

    /// <summary>Pages that may connect, beside those of this machine: <c>https://example.org</c>, or <c>*</c> for all. Programs send no origin and are not asked.</summary>
    public IList<string> AllowedOrigins { get; } = ["https://vuer.ai"];

    /// <summary>Who sees what a session changes.</summary>
    public SceneSharing Sharing { get; set; } = SceneSharing.Shared;

    /// <summary>The largest message that is received; <c>WEBSOCKET_MAX_SIZE</c>, or 256 MiB.</summary>
    public int MaxMessageBytes { get; set; } = Number("WEBSOCKET_MAX_SIZE", 1 << 28);

    /// <summary>How deep received values may nest.</summary>
    public int MaxDepth { get; set; } = 64;

    /// <summary>How much may wait to be sent to one client.</summary>
    public QueueLimits Queue { get; set; } = new();

    /// <summary>How long a viewer of the shared scene without room is waited for, before the others go on without it.</summary>
    public TimeSpan StallTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Handlers of one session that may run at a time; beyond that its events wait.</summary>
    public int MaxRunningHandlers { get; set; } = 256;

    /// <summary>How long handlers may go on after their client has left.</summary>
    public TimeSpan Grace { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a silent client is asked whether it lives.</summary>
    public TimeSpan PingInterval { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long its answer may take. A client that only sends may leave it unread for long, so this is patient.</summary>
    public TimeSpan PingTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The folder with the page that shows the scene: <c>index.html</c> at <c>/</c>, the rest below.</summary>
    public string? ClientRoot { get; set; }

    /// <summary>Folders whose files are at <c>/workspace</c>; of two with one name the first folder's counts. <c>VUER_WORKSPACE</c>, or none.</summary>
    public IList<string> Workspaces { get; } = Text("VUER_WORKSPACE") is { } folder ? [folder] : [];

    /// <summary>Further folders, by the path that they are at.</summary>
    public IDictionary<string, string> Mounts { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Told of every exception in the program's own code. They are logged in any case.</summary>
    public Action<SceneFault>? OnFault { get; set; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    private static string? Text(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? text : null;

    private static int Number(string name, int otherwise) => Text(name) is not { } text
        ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new FormatException($"{name} is no number: {text}");
}
