using Yonder.Cli.Output;
using Yonder.Protocol.Containers;

namespace Yonder.Cli.Commands.Containers;

/// <summary>A container in words.</summary>
internal static class ContainerText
{
    private const int ShortIdLength = 12;

    public static string ShortId(Container container) => container.Id.Length > ShortIdLength ? container.Id[..ShortIdLength] : container.Id;

    public static void Describe(Container container, TextWriter text)
    {
        var table = new Table("FIELD", "VALUE");
        table.Add("id", container.Id);
        table.Add("name", container.Name);
        table.Add("image", container.Image);
        table.Add("status", container.Status);
        table.Add("created", Age.Since(container.CreatedAt, TimeProvider.System));
        table.Add("started", Age.Since(container.StartedAt, TimeProvider.System));
        table.Add("address", container.IpAddress ?? "-");
        table.Add("memory", container.Resources?.MemoryMb is { } memory ? $"{memory} MiB" : "-");
        table.Add("cpu", container.Resources?.CpuShares is { } cpu ? $"{cpu / 1000.0:0.##}" : "-");
        foreach (var (name, value) in container.Labels)
        {
            table.Add("label " + name, value);
        }

        table.WriteTo(text);
    }
}
