using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Events;

/// <summary>A question to one client or browser. The answer is an ordinary event whose type is <see cref="ReplyType"/>.</summary>
/// <param name="type">What is asked.</param>
/// <param name="key">The component that is asked; null for questions to the client itself.</param>
/// <param name="data">The question.</param>
public sealed class RpcRequest(string type, string? key = "DEFAULT", SceneValue data = default) : ServerEvent(type, data)
{
    /// <summary>What tells this question from all others.</summary>
    public string Id { get; } = Guid.NewGuid().ToString();

    /// <summary>The component that is asked.</summary>
    public string? Key { get; } = key;

    /// <summary>The event type of the answer.</summary>
    public string ReplyType => $"{Type}_RESPONSE@{Id}";

    /// <summary>Asks for a picture of what the browser shows.</summary>
    public static RpcRequest GrabRender(SceneMap? options = null, string key = "DEFAULT") => new("GRAB_RENDER", key, options ?? []);

    /// <summary>Asks a headset for the meshes of the room.</summary>
    public static RpcRequest GetWebXrMesh(string key = "webxr-mesh") => new("GET_WEBXR_MESH", key, new SceneMap());

    /// <summary>Steps a physics simulation that runs in the browser.</summary>
    public static RpcRequest StepMuJoCo(SceneMap step, string key = "DEFAULT") => new("MJ_STEP", key, step);

    /// <summary>Asks for a picture of a physics simulation that runs in the browser.</summary>
    public static RpcRequest RenderMuJoCo(SceneMap? options = null, string key = "DEFAULT") => new("MJ_RENDER", key, options ?? []);

    internal override void Write(ref PackWriter writer, long now)
    {
        writer.WriteMapHeader(Key is null ? 5 : 6);
        writer.WriteText("uuid"u8);
        writer.Write(Id);
        WriteCore(ref writer, now);
        if (Key is not null)
        {
            writer.WriteText("key"u8);
            writer.Write(Key);
        }

        writer.WriteText("rtype"u8);
        writer.Write(ReplyType);
    }
}
