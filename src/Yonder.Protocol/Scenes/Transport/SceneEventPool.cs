using Yonder.Protocol.Scenes.Events;

namespace Yonder.Protocol.Scenes.Transport;

/// <summary>The messages of one connection that were disposed, to be filled again.</summary>
internal sealed class SceneEventPool
{
    /// <summary>What a message's memory begins with; most never need more.</summary>
    public const int SmallSize = 256;

    private const int MostKept = 1024;
    private const int LargestKept = 1 << 14;

    private readonly Lock _gate = new();
    private readonly Stack<SceneEvent> _free = [];

    public SceneEvent Rent()
    {
        lock (_gate)
        {
            if (_free.TryPop(out var free))
            {
                free.Reuse();
                return free;
            }
        }

        return new SceneEvent(this);
    }

    public void Return(SceneEvent used)
    {
        if (used.Buffer.Length > LargestKept)
        {
            return;
        }

        lock (_gate)
        {
            if (_free.Count < MostKept)
            {
                _free.Push(used);
            }
        }
    }
}
