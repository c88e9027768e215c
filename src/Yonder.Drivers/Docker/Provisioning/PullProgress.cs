using System.Globalization;
using Yonder.Drivers.Docker.Engine.Models;
using Yonder.Runtimes.Provisioning;

namespace Yonder.Drivers.Docker.Provisioning;

/// <summary>Adds up the lines of a pull: layers come in any order and say their sizes one by one.</summary>
internal sealed class PullProgress(ImageReference image)
{
    private const int MaxLayers = 1024;

    private readonly Dictionary<string, double> _layers = new(StringComparer.Ordinal);
    private (int Done, int Percent) _told = (-1, -1);

    /// <summary>Takes a line; returns what people should be told, or <see langword="null"/> when nothing changed that they would notice.</summary>
    public ProvisionProgress? Add(PullMessage message)
    {
        if (message.Id is not { Length: > 0 } id || Fraction(message) is not { } fraction || (_layers.Count >= MaxLayers && !_layers.ContainsKey(id)))
        {
            return null;
        }

        _layers[id] = Math.Max(fraction, _layers.GetValueOrDefault(id));
        var done = _layers.Values.Count(static layer => layer >= 1);
        var whole = _layers.Values.Sum() / _layers.Count;
        var now = (done, (int)(whole * 100));
        if (now == _told)
        {
            return null;
        }

        _told = now;
        return new(ProvisionStage.Pulling, string.Create(CultureInfo.InvariantCulture, $"Pulling {image}, {done} of {_layers.Count} layers"), whole);
    }

    // A layer counts half when it is downloaded and whole when it is unpacked.
    private static double? Fraction(PullMessage message) => message.Status switch
    {
        "Pulling fs layer" or "Waiting" => 0,
        "Downloading" => 0.5 * Share(message.Amount),
        "Verifying Checksum" or "Download complete" => 0.5,
        "Extracting" => 0.5 + (0.5 * Share(message.Amount)),
        "Pull complete" or "Already exists" => 1,
        _ => null,
    };

    private static double Share(PullAmount? amount)
        => amount is { Current: { } current, Total: > 0 and { } total } ? Math.Clamp((double)current / total, 0, 1) : 0;
}
