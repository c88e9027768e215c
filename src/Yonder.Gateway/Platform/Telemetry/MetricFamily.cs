using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;

namespace Yonder.Gateway.Platform.Telemetry;

/// <summary>One instrument, in the words of Prometheus.</summary>
internal sealed class MetricFamily
{
    // A label that takes endless values would fill memory; past this the measurements of new label sets are left out.
    private const int MostSeries = 1000;

    private static readonly double[] DefaultBounds = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly ConcurrentDictionary<string, MetricSeries> _series = new(StringComparer.Ordinal);
    private readonly MetricKind _kind;
    private readonly bool _isObserved;
    private readonly string _help;
    private readonly IReadOnlyList<double> _bounds;

    public MetricFamily(Instrument instrument, IReadOnlyList<double>? bounds)
    {
        var type = instrument.GetType().Name;
        _kind = type.Contains("Histogram", StringComparison.Ordinal) ? MetricKind.Histogram
            : type.Contains("Gauge", StringComparison.Ordinal) || type.Contains("UpDown", StringComparison.Ordinal) ? MetricKind.Gauge
            : MetricKind.Counter;
        _isObserved = instrument.IsObservable || type.StartsWith("Gauge", StringComparison.Ordinal);
        _bounds = bounds ?? DefaultBounds;
        _help = instrument.Description ?? instrument.Name;
        Name = NameOf(instrument);
    }

    public string Name { get; }

    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = LabelsOf(tags);
        if (!_series.TryGetValue(labels, out var series))
        {
            if (_series.Count >= MostSeries)
            {
                return;
            }

            series = _series.GetOrAdd(labels, _ => new MetricSeries(_kind, _bounds));
        }

        if (_isObserved)
        {
            series.Set(value);
        }
        else
        {
            series.Add(value);
        }
    }

    public void Render(StringBuilder output)
    {
        output.Append("# HELP ").Append(Name).Append(' ').Append(_help.ReplaceLineEndings(" ")).Append('\n');
        output.Append("# TYPE ").Append(Name).Append(' ').Append(_kind switch
        {
            MetricKind.Counter => "counter",
            MetricKind.Gauge => "gauge",
            _ => "histogram",
        }).Append('\n');
        foreach (var (labels, series) in _series.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            series.Render(output, Name, labels);
        }
    }

    private static string Escape(string text)
        => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Plain(string name) => string.Create(name.Length, name, (span, source) =>
    {
        for (var index = 0; index < span.Length; index++)
        {
            span[index] = char.IsAsciiLetterOrDigit(source[index]) ? source[index] : '_';
        }
    });

    private static string LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
        {
            return "";
        }

        var labels = new List<string>(tags.Length);
        foreach (var (key, value) in tags)
        {
            labels.Add($"{Plain(key)}=\"{Escape(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "")}\"");
        }

        labels.Sort(StringComparer.Ordinal);
        return string.Join(',', labels);
    }

    private string NameOf(Instrument instrument)
    {
        var unit = instrument.Unit switch
        {
            "s" => "_seconds",
            "ms" => "_milliseconds",
            "By" => "_bytes",
            _ => "",
        };
        var name = Plain(instrument.Name);
        name = name.EndsWith(unit, StringComparison.Ordinal) ? name : name + unit;
        return _kind is MetricKind.Counter && !name.EndsWith("_total", StringComparison.Ordinal) ? name + "_total" : name;
    }
}
