using System.Net;

namespace Yonder.Drivers.Docker.Engine;

/// <summary>A request body that is written while it is sent; each write that got through gives the request more time.</summary>
internal sealed class PushContent(Func<Stream, CancellationToken, Task> write, Action progressed) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var watched = new ProgressStream(stream, progressed);
        await write(watched, cancellationToken);
        await watched.FlushAsync(cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
