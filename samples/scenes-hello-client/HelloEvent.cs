using Yonder.Protocol.Scenes.Events;

namespace Yonder.Samples.ScenesHelloClient;

[SceneEventType("HELLO")]
internal sealed class HelloEvent : ClientEvent;
