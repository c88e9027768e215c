namespace Yonder.Bench.Harness;

internal static class Statistics
{
    public static double Median(this IReadOnlyCollection<double> values) => values.Percentile(0.5);

    /// <summary>The smallest value that <paramref name="fraction"/> of all values do not exceed.</summary>
    public static double Percentile(this IReadOnlyCollection<double> values, double fraction)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(sorted.Length * fraction) - 1, 0, sorted.Length - 1)];
    }
}
