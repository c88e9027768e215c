namespace Yonder.Drivers.Local;

/// <summary>Settings of the Local driver.</summary>
public sealed class LocalDriverOptions
{
    /// <summary>Gets or sets the folder in which sandboxes and their files are kept.</summary>
    public string DataFolder { get; set; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "yonder");

    /// <summary>Gets or sets a value indicating whether sandboxes are isolated by bubblewrap where it works.</summary>
    public bool UsesBubblewrap { get; set; } = true;

    /// <summary>Gets or sets a value indicating whether control groups are used where they are writable.</summary>
    public bool UsesControlGroups { get; set; } = true;
}
