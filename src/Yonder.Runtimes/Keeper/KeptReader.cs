using Yonder.Runtimes.Journals;

namespace Yonder.Runtimes.Keeper;

internal sealed class KeptReader(Kept kept, AttachSpec spec, ByteCursor cursor) : IKeptReader
{
    private int _isClosed;

    public string? Viewer => spec.Viewer;

    public KeptOutput Output => spec.Output;

    /// <summary>Gets a value indicating whether this is somebody who watches, rather than an onlooker such as a recorder.</summary>
    public bool IsViewer => spec.Cursor.Hold is not CursorHold.None;

    public long Position => cursor.Position;

    public ValueTask<ByteRead> ReadAsync(CancellationToken cancellationToken = default) => cursor.ReadAsync(cancellationToken);

    public void Advance(int count) => cursor.Advance(count);

    public void Abandon(TimeSpan grace)
    {
        if (Interlocked.Exchange(ref _isClosed, 1) is 0)
        {
            kept.Left(this, cursor.Abandon(grace));
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) is 0)
        {
            cursor.Dispose();
            kept.Left(this, lease: null);
        }
    }
}
