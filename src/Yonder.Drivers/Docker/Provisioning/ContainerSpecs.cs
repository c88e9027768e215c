using System.Globalization;
using System.Text;
using Yonder.Drivers.Docker.Engine.Models;
using Yonder.Runtimes;
using Yonder.Runtimes.Provisioning;

namespace Yonder.Drivers.Docker.Provisioning;

/// <summary>Turns a wish for a runtime into the engine's wish for a container.</summary>
internal static class ContainerSpecs
{
    /// <summary>The least memory that engines accept.</summary>
    public const long MinMemory = 6 << 20;

    private const int MaxHostname = 63;

    // What a container does when nobody says: wait, as cheaply as possible. 68 years, because not every sleep knows "infinity".
    private static readonly string[] Waiting = ["sleep", "2147483647"];

    // Where the engine has no init process this shell takes its place: it ends when it is asked to and reaps orphans on each turn.
    private static readonly string[] WaitingWithoutInit = ["sh", "-c", "trap 'exit 0' TERM INT; while :; do sleep 3600 & wait $!; done"];

    public static ContainerCreateRequest Build(ProvisionSpec spec, DockerOptions options, ContainerFeatures features) => new()
    {
        Image = spec.Image,
        Hostname = Hostname(spec),
        User = spec.User,
        WorkingDir = spec.WorkingDirectory?.ToString(),
        Env = [.. spec.Environment.Select(pair => $"{pair.Key}={pair.Value}")],
        Entrypoint = spec.Command is not null ? null : features.Init ? Waiting : WaitingWithoutInit,
        Cmd = spec.Command ?? [],
        Labels = Labels(spec, options),
        HostConfig = new HostConfig
        {
            Init = features.Init,
            NetworkMode = spec.Network is NetworkMode.None ? "none" : options.Network ?? "default",
            Memory = spec.Limits.MemoryBytes,

            // As much swap as nothing: a container at its limit is killed, it does not grind the host.
            MemorySwap = spec.Limits.MemoryBytes,
            NanoCpus = NanoCpus(spec.Limits.Cpus, features.ProcessorCount),
            PidsLimit = spec.Limits.ProcessCount,
            StorageOpt = spec.Limits.DiskBytes is { } disk && features.DiskLimits
                ? new Dictionary<string, string>(StringComparer.Ordinal) { ["size"] = disk.ToString(CultureInfo.InvariantCulture) }
                : null,
        },
    };

    public static ContainerUpdate Build(ResourceLimits limits, int? processorCount) => new()
    {
        // What is not limited any more must be said, or the old limit stays.
        Memory = limits.MemoryBytes ?? -1,
        MemorySwap = limits.MemoryBytes ?? -1,
        NanoCpus = NanoCpus(limits.Cpus, processorCount) ?? 0,
        PidsLimit = limits.ProcessCount ?? -1,
    };

    /// <summary>Refuses limits that no engine accepts.</summary>
    public static void Check(ResourceLimits limits)
    {
        Require(limits.MemoryBytes is null or >= MinMemory, "The memory limit must be at least 6 MiB.");
        Require(limits.Cpus is null or (>= 0.01 and <= 100_000), "The limit of processors must be at least 0.01.");
        Require(limits.ProcessCount is null or > 0, "The limit of processes must be at least 1.");
        Require(limits.DiskBytes is null or > 0, "The limit of disk space must be at least 1 byte.");
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new RuntimeException(RuntimeError.InvalidRequest, message);
        }
    }

    // Engines refuse more processors than they have, though that is no limit at all: a wish made elsewhere must not fail here.
    private static long? NanoCpus(double? cpus, int? processorCount)
        => cpus is null || cpus >= processorCount ? null : (long)Math.Round(cpus.Value * 1e9);

    private static Dictionary<string, string> Labels(ProvisionSpec spec, DockerOptions options) => new(spec.Labels, StringComparer.Ordinal)
    {
        [ContainerLabels.Id] = spec.Id.Value,
        [ContainerLabels.Instance] = options.Instance,
        [ContainerLabels.Name] = spec.Name ?? string.Empty,
    };

    private static string? Hostname(ProvisionSpec spec)
    {
        if (spec.Name is null)
        {
            return null;
        }

        var name = new StringBuilder(MaxHostname);
        foreach (var letter in spec.Name.Take(MaxHostname))
        {
            name.Append(char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-');
        }

        var host = name.ToString().Trim('-');
        return host.Length > 0 ? host : null;
    }
}
