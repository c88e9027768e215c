using System.Globalization;
using System.Text;
using Yonder.Runtimes;
using Yonder.Runtimes.Files;

namespace Yonder.Drivers.Posix;

/// <summary>Reads what the scripts print of files. Each record starts with a mark that nobody can guess, so no file name can pass for one.</summary>
internal static class PosixRecords
{
    private const int TypeMask = 0xF000;
    private const int PermissionMask = 0xFFF;

    /// <summary>Reads <c>mode size time[ name]</c>, the mode in hexadecimal.</summary>
    public static (FileEntry Entry, ReadOnlyMemory<byte> Name) Parse(ReadOnlyMemory<byte> record, RemotePath path)
    {
        var mode = int.Parse(Next(ref record), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var size = long.Parse(Next(ref record), CultureInfo.InvariantCulture);
        var time = long.Parse(Next(ref record), CultureInfo.InvariantCulture);
        var entry = new FileEntry
        {
            Path = path,
            Kind = KindOf(mode),
            Size = size,
            Mode = mode & PermissionMask,
            ModifiedAt = DateTimeOffset.FromUnixTimeSeconds(time),
        };
        return (entry, record);
    }

    private static string Next(ref ReadOnlyMemory<byte> record)
    {
        var end = record.Span.IndexOf((byte)' ');
        var field = Encoding.ASCII.GetString(end < 0 ? record.Span : record.Span[..end]);
        record = end < 0 ? default : record[(end + 1)..];
        return field;
    }

    private static FileKind KindOf(int mode) => (mode & TypeMask) switch
    {
        0x8000 => FileKind.File,
        0x4000 => FileKind.Directory,
        0xA000 => FileKind.SymbolicLink,
        _ => FileKind.Other,
    };
}
