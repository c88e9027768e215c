namespace Yonder.Gateway.Features.Containers;

/// <summary>The names under which this slice remembers things in a runtime's record.</summary>
internal static class ContainerAttributes
{
    /// <summary>The image as its caller wrote it.</summary>
    public const string Image = "container.image";

    public const string Role = "container.role";

    public const string IdleTimeoutSeconds = "container.idle_timeout_seconds";

    public const string MaxLifetimeSeconds = "container.max_lifetime_seconds";
}
