namespace Yonder.Runtimes.Ports;

/// <summary>What a program in a runtime listens on.</summary>
public abstract record PortAddress
{
    private protected PortAddress()
    {
    }
}
