using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Yonder.Drivers.Docker.Engine;
using Yonder.Drivers.Docker.Engine.Models;
using Yonder.Runtimes;

namespace Yonder.Drivers.Docker.Provisioning;

/// <summary>Finds containers, ours by their labels.</summary>
internal static class ContainerLookup
{
    /// <summary>Describes a container by its name or id; <see langword="null"/> when there is none.</summary>
    public static async ValueTask<ContainerView?> InspectAsync(EngineClient engine, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await engine.GetAsync($"/containers/{Uri.EscapeDataString(name)}/json", EngineJson.Default.ContainerView, cancellationToken);
        }
        catch (RuntimeException error) when (error.Error is RuntimeError.NotFound)
        {
            return null;
        }
    }

    /// <summary>Describes the container of one of our runtimes; <see langword="null"/> when it is gone.</summary>
    public static async ValueTask<ContainerView?> FindAsync(EngineClient engine, DockerOptions options, RuntimeId id, CancellationToken cancellationToken)
        => await InspectAsync(engine, ContainerLabels.ContainerName(options.Instance, id.Value), cancellationToken) is { } container && IdOf(container.Config?.Labels, options) == id
            ? container
            : null;

    /// <summary>Describes all our containers, running or not.</summary>
    public static async IAsyncEnumerable<(RuntimeId Id, ContainerView Container)> ListAsync(
        EngineClient engine, DockerOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = Uri.EscapeDataString(Filters(("label", $"{ContainerLabels.Instance}={options.Instance}")));
        var all = await engine.GetAsync(
            string.Create(CultureInfo.InvariantCulture, $"/containers/json?all=true&filters={query}"), EngineJson.Default.IReadOnlyListContainerSummary, cancellationToken);
        foreach (var summary in all)
        {
            // A list says neither when a container started nor why it ended.
            if (IdOf(summary.Labels, options) is { } id && await InspectAsync(engine, summary.Id, cancellationToken) is { } container)
            {
                yield return (id, container);
            }
        }
    }

    /// <summary>Our id in a container's labels; <see langword="null"/> when it is not ours.</summary>
    public static RuntimeId? IdOf(IReadOnlyDictionary<string, string>? labels, DockerOptions options)
        => labels is not null
            && labels.TryGetValue(ContainerLabels.Instance, out var instance) && string.Equals(instance, options.Instance, StringComparison.Ordinal)
            && labels.TryGetValue(ContainerLabels.Id, out var text) && RuntimeId.TryParse(text, CultureInfo.InvariantCulture, out var id)
                ? id
                : null;

    /// <summary>The engine's way to write filters.</summary>
    public static string Filters(params ReadOnlySpan<(string Name, string Value)> filters)
    {
        var byName = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (name, value) in filters)
        {
            byName[name] = byName.TryGetValue(name, out var values) ? [.. values, value] : [value];
        }

        return JsonSerializer.Serialize(byName, EngineJson.Default.IReadOnlyDictionaryStringIReadOnlyListString);
    }
}
