using Yonder.Protocol.Scenes.Events;

namespace Yonder.Samples.ScenesHelloClient;

[SceneEventType("MOVE_BOX")]
internal sealed class MoveBoxEvent : ClientEvent;
