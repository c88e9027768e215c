namespace Yonder.Protocol.Scenes.Packing;

internal enum SceneValueKind : byte
{
    Nil,
    Boolean,
    Whole,
    Real,
    Text,
    Vector3,
    Vector4,
    Object,
}
