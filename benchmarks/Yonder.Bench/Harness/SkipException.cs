namespace Yonder.Bench.Harness;

/// <summary>The machine lacks what a workload needs; the message says what.</summary>
internal sealed class SkipException(string message) : Exception(message);
