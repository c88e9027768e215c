namespace Yonder.Runtimes.Metrics;

/// <summary>Measures what a runtime consumes.</summary>
public interface IMetrics
{
    /// <summary>Takes one measurement. What the place cannot tell is <see langword="null"/>.</summary>
    /// <exception cref="RuntimeException">The place could not be asked.</exception>
    ValueTask<RuntimeMetrics> ReadAsync(CancellationToken cancellationToken = default);
}
