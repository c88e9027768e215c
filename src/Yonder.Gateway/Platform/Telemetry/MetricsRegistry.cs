using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;

namespace Yonder.Gateway.Platform.Telemetry;

/// <summary>Listens to our meters, the web server's and the runtime's, and writes what they say in the text format of Prometheus.</summary>
internal sealed class MetricsRegistry : IDisposable
{
    private static readonly string[] Meters = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    // By meter and name, not by instrument: every host in a process makes the framework's instruments anew.
    private readonly ConcurrentDictionary<(string Meter, string Name), MetricFamily> _families = new();
    private readonly MeterListener _listener = new();

    public MetricsRegistry()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (IsOurs(instrument.Meter.Name))
            {
                listener.EnableMeasurementEvents(instrument, FamilyOf(instrument));
            }
        };
        Listen<byte>(value => value);
        Listen<short>(value => value);
        Listen<int>(value => value);
        Listen<long>(value => value);
        Listen<float>(value => value);
        Listen<double>(value => value);
        Listen<decimal>(value => (double)value);
        _listener.Start();
    }

    public string Render()
    {
        _listener.RecordObservableInstruments();
        var output = new StringBuilder();

        // Two meters may have an instrument of one name; Prometheus wants it once.
        foreach (var family in _families.Values.DistinctBy(family => family.Name, StringComparer.Ordinal).OrderBy(family => family.Name, StringComparer.Ordinal))
        {
            family.Render(output);
        }

        return output.ToString();
    }

    public void Dispose() => _listener.Dispose();

    private static bool IsOurs(string meter)
        => meter.StartsWith(YonderTelemetry.Name, StringComparison.Ordinal) || Meters.Contains(meter, StringComparer.Ordinal);

    private static IReadOnlyList<double>? BoundsOf(Instrument instrument) => instrument switch
    {
        Histogram<double> histogram => histogram.Advice?.HistogramBucketBoundaries,
        Histogram<long> histogram => histogram.Advice?.HistogramBucketBoundaries?.Select(bound => (double)bound).ToList(),
        Histogram<int> histogram => histogram.Advice?.HistogramBucketBoundaries?.Select(bound => (double)bound).ToList(),
        _ => null,
    };

    private MetricFamily FamilyOf(Instrument instrument)
        => _families.GetOrAdd((instrument.Meter.Name, instrument.Name), _ => new MetricFamily(instrument, BoundsOf(instrument)));

    private void Listen<T>(Func<T, double> toDouble)
        where T : struct
        => _listener.SetMeasurementEventCallback<T>((_, measurement, tags, family) => ((MetricFamily)family!).Record(toDouble(measurement), tags));
}
