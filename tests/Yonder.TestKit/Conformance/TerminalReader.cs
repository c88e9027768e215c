using System.Text;
using Yonder.Runtimes.Terminals;

namespace Yonder.TestKit.Conformance;

/// <summary>Reads a terminal until something shows, and types into it.</summary>
internal sealed class TerminalReader(ITerminal terminal, CancellationToken limit)
{
    private readonly StringBuilder _seen = new();
    private int _handled;

    /// <summary>Reads until <paramref name="text"/> comes, and returns what came since the last call, it included.</summary>
    public async Task<string> UntilAsync(string text)
    {
        var buffer = new byte[4096];
        int found;
        while ((found = _seen.ToString().IndexOf(text, _handled, StringComparison.Ordinal)) < 0)
        {
            var count = await terminal.Bytes.ReadAsync(buffer, limit);
            count.ShouldBeGreaterThan(0, $"the terminal ended after: {_seen}");
            _seen.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }

        var result = _seen.ToString(_handled, found + text.Length - _handled);
        _handled = found + text.Length;
        return result;
    }

    /// <summary>Reads to the end, and returns what came since the last call.</summary>
    public async Task<string> ToEndAsync()
    {
        var rest = await terminal.Bytes.ToEndAsync(limit);
        _seen.Append(Encoding.Latin1.GetString(rest.Span));
        return _seen.ToString(_handled, _seen.Length - _handled);
    }

    public async Task TypeAsync(string text) => await terminal.Bytes.WriteAsync(Encoding.UTF8.GetBytes(text), limit);
}
