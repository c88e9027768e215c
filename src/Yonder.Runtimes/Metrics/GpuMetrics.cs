namespace Yonder.Runtimes.Metrics;

/// <summary>One graphics processor.</summary>
/// <param name="Name">The product name.</param>
/// <param name="UtilizationPercent">How busy it is, 0 to 100.</param>
/// <param name="MemoryBytes">Memory in use.</param>
/// <param name="MemoryLimitBytes">Memory in all.</param>
public sealed record GpuMetrics(string Name, double UtilizationPercent, long MemoryBytes, long MemoryLimitBytes);
