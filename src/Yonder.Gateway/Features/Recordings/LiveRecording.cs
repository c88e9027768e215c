using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Features.Recordings;

/// <summary>A recording in progress, from the moment its place is taken.</summary>
internal sealed class LiveRecording(RecordingRecord record)
{
    public RecordingRecord Record => record;

    /// <summary>Gets what records; <see langword="null"/> while it is being started.</summary>
    public Recorder? Recorder { get; private set; }

    /// <summary>Gets the recording as it is kept, once it has ended.</summary>
    public Task<RecordingRecord> Finished { get; private set; } = Task.FromResult(record);

    public void Begin(Recorder recorder, Task<RecordingRecord> finished)
    {
        Finished = finished;
        Recorder = recorder;
    }

    /// <summary>Whether somebody means this recording's container, by id, the beginning of it, or name. It may be gone by now.</summary>
    public bool IsOf(string container)
        => string.Equals(record.RuntimeId, container, StringComparison.Ordinal)
            || string.Equals(record.RuntimeName, container, StringComparison.Ordinal)
            || (container.Length >= RuntimeRegistry.ShortestPrefix && record.RuntimeId.StartsWith(container, StringComparison.Ordinal));
}
