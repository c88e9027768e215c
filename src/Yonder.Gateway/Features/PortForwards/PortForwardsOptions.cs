using System.ComponentModel.DataAnnotations;

namespace Yonder.Gateway.Features.PortForwards;

internal sealed class PortForwardsOptions
{
    public const string Section = "PortForwards";

    /// <summary>Gets how many forwards one container may have.</summary>
    [Range(1, 65535)]
    public int PerContainer { get; init; } = 64;

    /// <summary>Gets how many connections one listener carries at once; further ones wait in the kernel's queue.</summary>
    [Range(1, int.MaxValue)]
    public int ConnectionsPerListener { get; init; } = 256;

    /// <summary>Gets how long a container's port may take to answer a connection.</summary>
    public TimeSpan DialTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
