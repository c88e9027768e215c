using Yonder.Protocol.Files;
using Yonder.Runtimes.Files;

namespace Yonder.Gateway.Features.Files;

/// <summary>From the core's entries to the wire's.</summary>
internal static class FileMapping
{
    public static RemoteFile ToView(this FileEntry entry) => new()
    {
        Name = entry.Path.Name.ToText(),
        Path = entry.Path.ToText(),
        Size = entry.Size,
        Mode = ModeText(entry.Kind, entry.Mode),
        ModTime = entry.ModifiedAt,
        IsDir = entry.Kind is FileKind.Directory,
        LinkTarget = entry.LinkTarget?.ToText(),
    };

    /// <summary>The kind and permissions as <c>ls -l</c> shows them.</summary>
    public static string ModeText(FileKind kind, int mode) => string.Create(10, (kind, mode), static (text, file) =>
    {
        text[0] = file.kind switch { FileKind.Directory => 'd', FileKind.SymbolicLink => 'l', FileKind.File => '-', _ => '?' };
        for (var bit = 0; bit < 9; bit++)
        {
            text[bit + 1] = (file.mode & (0x100 >> bit)) is 0 ? '-' : "rwx"[bit % 3];
        }

        Special(text, 3, (file.mode & 0x800) is not 0, 's');
        Special(text, 6, (file.mode & 0x400) is not 0, 's');
        Special(text, 9, (file.mode & 0x200) is not 0, 't');
    });

    private static void Special(Span<char> text, int at, bool isSet, char letter)
    {
        if (isSet)
        {
            text[at] = text[at] is 'x' ? letter : char.ToUpperInvariant(letter);
        }
    }

    // A name that is not UTF-8 holds lone surrogates, which JSON writers turn into U+FFFD: listed, if not to be opened by that name.
    private static string ToText(this Yonder.Runtimes.RemotePath path) => path.ToString();
}
