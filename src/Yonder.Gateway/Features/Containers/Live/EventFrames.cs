using System.Text.Json;
using Yonder.Protocol;
using Yonder.Protocol.Containers;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Features.Containers.Live;

/// <summary>The registry's events as frames of the events socket.</summary>
internal static class EventFrames
{
    public static byte[] List(ContainerList list, DateTimeOffset now)
        => JsonSerializer.SerializeToUtf8Bytes(new ContainerEvent<ContainerList>("list", list, now), RexecJson.Default.ContainerListEvent);

    public static byte[] Pong(DateTimeOffset now)
        => JsonSerializer.SerializeToUtf8Bytes(new ContainerEvent<Container>("pong", Container: null, now), RexecJson.Default.ContainerEvent);

    /// <summary>The frame that tells an event to the runtime's owner; <see langword="null"/> when there is nothing to tell.</summary>
    public static byte[]? Of(RuntimeEvent happened, string owner, DateTimeOffset now)
        => RecordOf(happened) is { } record && string.Equals(record.Owner, owner, StringComparison.Ordinal) ? Of(happened, record, now) : null;

    private static byte[] Of(RuntimeEvent happened, RuntimeRecord record, DateTimeOffset now) => happened switch
    {
        RuntimeAdded => Container("created", record, now),
        RuntimeRemoved => JsonSerializer.SerializeToUtf8Bytes(
            new ContainerEvent<ContainerAction>("deleted", new ContainerAction("container deleted", record.Id.Value, record.Name), now), RexecJson.Default.ContainerActionEvent),
        RuntimeProgressed { Progress: var step } => Progress(record, step.ToView(record.Id.Value), now),
        RuntimeMade => Progress(record, Last(record, now), now),
        _ => Container(record.State switch { RuntimeState.Stopped => "stopped", RuntimeState.Running => "started", _ => "updated" }, record, now),
    };

    private static RuntimeRecord? RecordOf(RuntimeEvent happened) => happened switch
    {
        RuntimeAdded added => added.Record,
        RuntimeUpdated updated => updated.Record,
        RuntimeRemoved removed => removed.Record,
        RuntimeProgressed progressed => progressed.Record,
        RuntimeMade made => made.Record,
        _ => null,
    };

    private static CreateProgress Last(RuntimeRecord record, DateTimeOffset now)
        => record.State is RuntimeState.Failed ? ProgressMapping.Failed("creating", record.Reason ?? "The container failed.") : ProgressMapping.Ready(record.ToView(now));

    private static byte[] Container(string type, RuntimeRecord record, DateTimeOffset now)
        => JsonSerializer.SerializeToUtf8Bytes(new ContainerEvent<Container>(type, record.ToView(now), now), RexecJson.Default.ContainerEvent);

    private static byte[] Progress(RuntimeRecord record, CreateProgress step, DateTimeOffset now)
        => JsonSerializer.SerializeToUtf8Bytes(
            new ContainerEvent<ContainerProgress>("progress", new ContainerProgress
            {
                Id = record.Id.Value,
                Stage = step.Stage,
                Message = step.Message,
                Progress = step.Progress,
                ContainerId = step.ContainerId,
                Container = step.Container,
                Complete = step.Complete ? true : null,
                Error = step.Error,
            }, now),
            RexecJson.Default.ContainerProgressEvent);
}
