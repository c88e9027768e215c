namespace Yonder.Drivers.Docker.Provisioning;

/// <summary>What an engine can do for a container; learned from its refusals, so that no create asks in vain twice.</summary>
/// <param name="Init">Whether it has an init process to put into containers.</param>
/// <param name="DiskLimits">Whether its storage can limit disk space.</param>
/// <param name="ProcessorCount">How many processors it has, once known.</param>
internal sealed record ContainerFeatures(bool Init = true, bool DiskLimits = true, int? ProcessorCount = null);
