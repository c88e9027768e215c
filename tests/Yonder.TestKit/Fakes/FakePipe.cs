using System.IO.Pipelines;

namespace Yonder.TestKit.Fakes;

/// <summary>One direction of a fake program's bytes: bounded as a real pipe is, so that a writer waits for a reader that stops.</summary>
public sealed class FakePipe
{
    private const int Capacity = 4096;

    private readonly Pipe _pipe = new(new(pauseWriterThreshold: Capacity, resumeWriterThreshold: Capacity / 2, useSynchronizationContext: false));

    public FakePipe()
    {
        Reader = _pipe.Reader.AsStream();
        Writer = _pipe.Writer.AsStream();
    }

    public Stream Reader { get; }

    public Stream Writer { get; }

    /// <summary>Ends the bytes: the reader reads what is there, then the end or the error.</summary>
    public void Complete(Exception? error = null) => _pipe.Writer.Complete(error);

    /// <summary>Cuts the bytes off: a writer that waits goes on and writes to nobody.</summary>
    public void Break() => _pipe.Reader.Complete();
}
