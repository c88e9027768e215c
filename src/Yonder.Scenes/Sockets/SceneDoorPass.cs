using System.Net.WebSockets;
using Yonder.Protocol.Scenes.Transport;

namespace Yonder.Scenes.Sockets;

/// <summary>An accepted connection.</summary>
internal sealed record SceneDoorPass(WebSocket Socket, CoalescingStream? Stream);
