namespace Yonder.Runtimes.Registry;

/// <summary>Something that happened to a runtime or to a driver.</summary>
public abstract record RuntimeEvent
{
    private protected RuntimeEvent()
    {
    }
}
