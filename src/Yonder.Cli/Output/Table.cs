namespace Yonder.Cli.Output;

/// <summary>Columns for people and for <c>awk</c>: two spaces between them, nothing drawn.</summary>
internal sealed class Table(params string[] head)
{
    private readonly List<string[]> _rows = [head];

    public void Add(params string[] cells) => _rows.Add([.. cells.Select(Printable)]);

    public void WriteTo(TextWriter output)
    {
        var widths = Enumerable.Range(0, head.Length).Select(column => _rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in _rows)
        {
            output.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }

    /// <summary>Names come from elsewhere: a control character in one must not reach the terminal.</summary>
    private static string Printable(string cell) => cell.Any(char.IsControl) ? string.Concat(cell.Select(c => char.IsControl(c) ? '?' : c)) : cell;
}
