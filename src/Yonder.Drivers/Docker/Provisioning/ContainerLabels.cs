namespace Yonder.Drivers.Docker.Provisioning;

/// <summary>The labels by which our containers are found again.</summary>
internal static class ContainerLabels
{
    public const string Id = "dev.yonder.id";
    public const string Instance = "dev.yonder.instance";
    public const string Name = "dev.yonder.name";

    /// <summary>The name of a runtime's container: known beforehand, so that finding it is one call and making it twice is refused by the engine.</summary>
    public static string ContainerName(string instance, string id) => $"yonder-{instance}-{id}";
}
