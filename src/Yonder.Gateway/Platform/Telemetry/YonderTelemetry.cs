using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Yonder.Gateway.Platform.Telemetry;

/// <summary>What the gateway's own spans and counters come from. Counters made here are in <c>/metrics</c> by that alone.</summary>
internal static class YonderTelemetry
{
    public const string Name = "Yonder";

    public static readonly ActivitySource Source = new(Name);

    public static readonly Meter Meter = new(Name);
}
