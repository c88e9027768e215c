using System.Text;

namespace Yonder.Gateway.Features.Containers.Exec;

/// <summary>What a command printed: each stream as text up to a limit, and both together in the order they came.</summary>
internal sealed class CommandOutput(int limit)
{
    private const int ReadSize = 32 * 1024;

    private readonly Lock _gate = new();
    private readonly StringBuilder _stdout = new();
    private readonly StringBuilder _stderr = new();
    private readonly StringBuilder _both = new();

    public bool IsTruncated { get; private set; }

    public Task ReadStdoutAsync(Stream stream, CancellationToken cancellationToken) => ReadAsync(stream, _stdout, cancellationToken);

    public Task ReadStderrAsync(Stream stream, CancellationToken cancellationToken) => ReadAsync(stream, _stderr, cancellationToken);

    public (string Stdout, string Stderr, string Both) Take()
    {
        lock (_gate)
        {
            return (_stdout.ToString(), _stderr.ToString(), _both.ToString());
        }
    }

    /// <summary>Adds text of our own, as if the command had said it.</summary>
    public void Say(string text)
    {
        lock (_gate)
        {
            _stderr.Append(text);
            _both.Append(text);
        }
    }

    private async Task ReadAsync(Stream stream, StringBuilder own, CancellationToken cancellationToken)
    {
        var buffer = new byte[ReadSize];

        // Keeps the bytes of a character that is cut by a read until the rest of it comes.
        var decoder = Encoding.UTF8.GetDecoder();
        var left = limit;
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            // Beyond the limit it is read all the same: a command that nobody reads would never end.
            Append(own, decoder, buffer.AsSpan(0, Math.Min(count, left)), flush: false);
            IsTruncated |= count > left;
            left -= Math.Min(count, left);
        }

        Append(own, decoder, [], flush: true);
    }

    private void Append(StringBuilder own, Decoder decoder, ReadOnlySpan<byte> bytes, bool flush)
    {
        Span<char> characters = new char[Encoding.UTF8.GetMaxCharCount(bytes.Length)];
        var text = characters[..decoder.GetChars(bytes, characters, flush)];
        lock (_gate)
        {
            own.Append(text);
            _both.Append(text);
        }
    }
}
