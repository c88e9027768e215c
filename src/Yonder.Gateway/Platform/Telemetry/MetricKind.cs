namespace Yonder.Gateway.Platform.Telemetry;

internal enum MetricKind
{
    Counter,
    Gauge,
    Histogram,
}
