using System.Buffers.Binary;
using FsCheck;
using FsCheck.Fluent;
using Yonder.Drivers.Docker.Execs;

namespace Yonder.Tests.Drivers.Docker;

/// <summary>Two streams mixed into one, taken apart again.</summary>
public sealed class FrameReaderTests
{
    [Fact]
    public void However_frames_are_cut_into_reads_both_streams_come_out_whole()
        => Check.QuickThrowOnFailure(Prop.ForAll<(bool IsError, byte[] Content)[], byte>(async (frames, cut) =>
        {
            var wire = frames.SelectMany(frame => Frame(frame.IsError, frame.Content ?? [])).ToArray();

            var (output, error) = await ReadAsync(wire, (cut % 50) + 1);

            output.ShouldBe([.. frames.Where(frame => !frame.IsError).SelectMany(frame => frame.Content ?? [])]);
            error.ShouldBe([.. frames.Where(frame => frame.IsError).SelectMany(frame => frame.Content ?? [])]);
        }));

    [Fact]
    public async Task A_frame_larger_than_any_buffer_is_passed_on_in_pieces()
    {
        var content = Enumerable.Range(0, 1 << 20).Select(i => (byte)(i * 7)).ToArray();

        var (output, _) = await ReadAsync([.. Frame(isError: false, content)], 70_000);

        output.ShouldBe(content);
    }

    [Theory]
    [InlineData(new byte[] { 3, 0, 0, 0, 0, 0, 0, 1, 65 })]
    [InlineData(new byte[] { 1, 0, 9, 0, 0, 0, 0, 1, 65 })]
    [InlineData(new byte[] { 72, 84, 84, 80, 47, 49, 46, 49, 32 })]
    public async Task What_is_not_made_of_frames_is_refused(byte[] wire)
        => await Should.ThrowAsync<InvalidDataException>(() => ReadAsync(wire, 100));

    [Theory]
    [InlineData(new byte[] { 1, 0, 0 })]
    [InlineData(new byte[] { 1, 0, 0, 0, 0, 0, 0, 5, 65 })]
    public async Task An_end_within_a_frame_is_no_end(byte[] wire)
        => await Should.ThrowAsync<EndOfStreamException>(() => ReadAsync(wire, 100));

    private static byte[] Frame(bool isError, byte[] content)
    {
        var frame = new byte[8 + content.Length];
        frame[0] = isError ? (byte)2 : (byte)1;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4), content.Length);
        content.CopyTo(frame, 8);
        return frame;
    }

    private static async Task<(byte[] Output, byte[] Error)> ReadAsync(byte[] wire, int cut)
    {
        var rest = wire.AsMemory();
        var reader = new FrameReader((buffer, _) =>
        {
            var count = Math.Min(Math.Min(cut, buffer.Length), rest.Length);
            rest[..count].CopyTo(buffer);
            rest = rest[count..];
            return ValueTask.FromResult(count);
        });
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        while (await reader.NextAsync(CancellationToken.None) is { Bytes.IsEmpty: false } piece)
        {
            await (piece.IsError ? error : output).WriteAsync(piece.Bytes);
        }

        return (output.ToArray(), error.ToArray());
    }
}
