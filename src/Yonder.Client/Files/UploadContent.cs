using System.Net;

namespace Yonder.Client.Files;

/// <summary>A request body that streams and tells how far it is. Its length is declared when the stream knows it, so that a cut upload is noticed.</summary>
internal sealed class UploadContent(Stream source, IProgress<long>? progress) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        => StreamCopy.RunAsync(source, stream, progress, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = source.CanSeek ? source.Length - source.Position : 0;
        return source.CanSeek;
    }
}
