namespace Yonder.Runtimes.Provisioning;

/// <summary>Something that happened to a driver's runtimes without our doing.</summary>
public abstract record ProvisionChange
{
    private protected ProvisionChange()
    {
    }
}
