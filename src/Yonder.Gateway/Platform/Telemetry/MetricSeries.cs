using System.Globalization;
using System.Text;

namespace Yonder.Gateway.Platform.Telemetry;

/// <summary>One metric with one set of labels.</summary>
internal sealed class MetricSeries(MetricKind kind, IReadOnlyList<double> bounds)
{
    private readonly Lock _gate = new();
    private readonly long[] _buckets = new long[kind is MetricKind.Histogram ? bounds.Count + 1 : 0];
    private double _value;
    private long _count;

    /// <summary>Takes a measurement: a difference of a counter, a value of a histogram.</summary>
    public void Add(double value)
    {
        lock (_gate)
        {
            _value += value;
            _count++;
            if (_buckets.Length > 0)
            {
                var bucket = 0;
                while (bucket < bounds.Count && value > bounds[bucket])
                {
                    bucket++;
                }

                _buckets[bucket]++;
            }
        }
    }

    /// <summary>Takes a measurement that is the whole value, as observable instruments report it.</summary>
    public void Set(double value)
    {
        lock (_gate)
        {
            _value = value;
        }
    }

    public void Render(StringBuilder output, string name, string labels)
    {
        lock (_gate)
        {
            if (kind is not MetricKind.Histogram)
            {
                Line(output, name, labels, _value);
                return;
            }

            var total = 0L;
            for (var bucket = 0; bucket < _buckets.Length; bucket++)
            {
                total += _buckets[bucket];
                var bound = bucket < bounds.Count ? bounds[bucket].ToString(CultureInfo.InvariantCulture) : "+Inf";
                Line(output, name + "_bucket", $"{labels}{(labels.Length > 0 ? "," : "")}le=\"{bound}\"", total);
            }

            Line(output, name + "_sum", labels, _value);
            Line(output, name + "_count", labels, _count);
        }
    }

    private static void Line(StringBuilder output, string name, string labels, double value)
    {
        output.Append(name);
        if (labels.Length > 0)
        {
            output.Append('{').Append(labels).Append('}');
        }

        output.Append(' ').Append(value.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
