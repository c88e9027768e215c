using Yonder.Protocol.Scenes.Events;

namespace Yonder.Samples.ScenesRemoteClient;

[SceneEventType("SET_POSITION")]
internal sealed class SetPositionEvent : ClientEvent;
