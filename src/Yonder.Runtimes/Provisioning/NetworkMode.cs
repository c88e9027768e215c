namespace Yonder.Runtimes.Provisioning;

/// <summary>What a runtime may reach over the network.</summary>
public enum NetworkMode
{
    /// <summary>Whatever its host reaches.</summary>
    Full,

    /// <summary>Only itself.</summary>
    None,
}
