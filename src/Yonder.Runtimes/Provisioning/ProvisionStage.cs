namespace Yonder.Runtimes.Provisioning;

/// <summary>The steps of making a runtime, in order.</summary>
public enum ProvisionStage
{
    /// <summary>The image is being fetched.</summary>
    Pulling,

    /// <summary>The place is being made.</summary>
    Creating,

    /// <summary>It is being started.</summary>
    Starting,

    /// <summary>It runs and is being set up.</summary>
    Configuring,
}
