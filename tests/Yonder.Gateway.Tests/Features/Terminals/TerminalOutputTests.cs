using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Yonder.Gateway.Features.Terminals.Wire;

namespace Yonder.Gateway.Tests.Features.Terminals;

public sealed class TerminalOutputTests
{
    private const string Sample = "plain, Grüße, 日本語, 👩‍🚀🚀 and \u001b[31mred\u001b[0m\r\n";

    [Fact]
    public void Text_messages_hold_whole_characters_wherever_the_output_was_cut()
        => Check.QuickThrowOnFailure(Prop.ForAll<PositiveInt[]>(cuts =>
        {
            var socket = new RecordingSocket();
            Send(new TextOutput(socket, maxFrame: 16), Encoding.UTF8.GetBytes(Sample), cuts);

            return socket.Sent.TrueForAll(frame => frame.Data.Length is > 0 and <= 16 && frame.Kind is WebSocketMessageType.Text)
                && Text(socket).Equals(Sample, StringComparison.Ordinal);
        }));

    [Fact]
    public void Any_bytes_at_all_become_the_text_that_one_decoding_of_the_whole_would_give()
        => Check.QuickThrowOnFailure(Prop.ForAll<byte[], PositiveInt[]>((bytes, cuts) =>
        {
            var socket = new RecordingSocket();
            Send(new TextOutput(socket, maxFrame: 16), bytes, cuts);

            return Text(socket).Equals(Encoding.UTF8.GetString(bytes), StringComparison.Ordinal)
                && socket.Sent.TrueForAll(frame => frame.Data.Length is > 0 and <= 16);
        }));

    [Fact]
    public void Json_frames_carry_the_same_text_and_the_offset_after_it()
        => Check.QuickThrowOnFailure(Prop.ForAll<byte[], PositiveInt[]>((noise, cuts) =>
        {
            byte[] bytes = [.. noise, .. Encoding.UTF8.GetBytes(Sample)];
            var socket = new RecordingSocket();
            using var frames = new JsonFrames(socket);
            Send(new JsonOutput(frames), bytes, cuts);

            var objects = socket.Sent.ConvertAll(frame => JsonDocument.Parse(frame.Data).RootElement);
            return string.Concat(objects.Select(frame => frame.GetProperty("data").GetString())).Equals(Encoding.UTF8.GetString(bytes), StringComparison.Ordinal)
                && objects[^1].GetProperty("offset").GetInt64() == bytes.Length
                && objects.TrueForAll(frame => frame.GetProperty("type").ValueEquals("output"));
        }));

    [Fact]
    public void Binary_messages_are_the_bytes_and_never_longer_than_clients_take()
    {
        var bytes = new byte[(3 * TerminalDialect.LargeFrame) + 7];
        new Random(1).NextBytes(bytes);
        var socket = new RecordingSocket();

        Send(new BinaryOutput(socket), bytes, []);

        socket.Sent.ShouldAllBe(frame => frame.Kind == WebSocketMessageType.Binary && frame.Data.Length <= TerminalDialect.LargeFrame);
        socket.Sent.SelectMany(frame => frame.Data).ShouldBe(bytes);
    }

    [Fact]
    public void A_character_that_never_ends_is_shown_as_a_replacement()
    {
        var socket = new RecordingSocket();

        Send(new TextOutput(socket, maxFrame: 4096), [0x61, 0xF0, 0x9F, 0x9A], []);

        Text(socket).ShouldBe("a\uFFFD");
    }

    /// <summary>Sends in parts of the lengths given and the rest at once. The recording socket completes at once, so nothing waits.</summary>
    private static void Send(TerminalOutput output, byte[] bytes, PositiveInt[] cuts)
        => SendAsync(output, bytes, cuts).IsCompletedSuccessfully.ShouldBeTrue();

    private static async Task SendAsync(TerminalOutput output, byte[] bytes, PositiveInt[] cuts)
    {
        var position = 0;
        foreach (var length in cuts.Select(cut => cut.Get).Append(bytes.Length))
        {
            var part = bytes.AsMemory(position, Math.Min(length, bytes.Length - position));
            position += part.Length;
            await output.SendAsync(part, position, CancellationToken.None);
        }

        await output.FinishAsync(CancellationToken.None);
    }

    /// <summary>What all messages together say; each of them must be valid by itself.</summary>
    private static string Text(RecordingSocket socket)
    {
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        return string.Concat(socket.Sent.Select(frame => strict.GetString(frame.Data)));
    }
}
