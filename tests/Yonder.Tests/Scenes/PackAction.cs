using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Tests.Scenes;

internal delegate void PackAction(ref PackWriter writer);
