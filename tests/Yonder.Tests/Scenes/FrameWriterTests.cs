using System.Net.WebSockets;
using Yonder.Protocol.Scenes.Transport;

namespace Yonder.Tests.Scenes;

public sealed class FrameWriterTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_written_is_what_the_frameworks_socket_reads(bool isClient)
    {
        using var file = new MemoryStream();
        await using var stream = new CoalescingStream(file);
        var frames = new FrameWriter(isClient);
        var random = new Random(5);
        var messages = new[] { 0, 1, 3, 31, 32, 33, 125, 126, 1000, 32_740, 32_768, 65_535, 65_536, 200_003, 7 }.Select(length =>
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            return bytes;
        }).ToList();

        stream.Cork();
        foreach (var message in messages)
        {
            await stream.WriteMessageAsync(message, frames, CancellationToken.None);
        }

        await stream.UncorkAsync(CancellationToken.None);

        using var reading = new MemoryStream(file.ToArray());
        using var socket = WebSocket.CreateFromStream(new OneWay(reading), new WebSocketCreationOptions { IsServer = isClient });
        foreach (var message in messages)
        {
            (await ReadAsync(socket)).ShouldBe(message);
        }
    }

    private static async Task<byte[]> ReadAsync(WebSocket socket)
    {
        var buffer = new byte[1 << 18];
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
            length += part.Count;
            if (part.EndOfMessage)
            {
                return buffer[..length];
            }
        }
    }

    /// <summary>Swallows what the socket itself would say.</summary>
    private sealed class OneWay(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
            // Nothing is kept.
        }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => inner.ReadAsync(buffer, cancellationToken);

        public override void Write(byte[] buffer, int offset, int count)
        {
            // Nobody listens.
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
