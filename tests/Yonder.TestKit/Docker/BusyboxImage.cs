using System.Diagnostics;
using System.Formats.Tar;
using System.Text;

namespace Yonder.TestKit.Docker;

/// <summary>The smallest image that a shell feels at home in, packed from this machine's static busybox: no registry is asked.</summary>
public static class BusyboxImage
{
    /// <summary>The image's own name.</summary>
    public const string Reference = "yonder-test/busybox:1";

    /// <summary>A name under which the same image answers for a distribution.</summary>
    public const string Ubuntu = "ubuntu:24.04";

    private const string Busybox = "/usr/bin/busybox";
    private const string Perl = "/usr/bin/perl";

    private const UnixFileMode Everything = (UnixFileMode)0b111_111_111;
    private const UnixFileMode Program = (UnixFileMode)0b111_101_101;

    private static readonly string[] Folders = ["bin", "dev", "etc", "home", "home/tester", "proc", "root", "sys", "usr", "var"];

    private static readonly (string Name, string Text)[] Files =
    [
        ("etc/passwd", "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\ntester:x:1000:1000:tester:/home/tester:/bin/sh\n"),
        ("etc/group", "root:x:0:\nnogroup:x:65534:\ntester:x:1000:\n"),
        ("etc/hostname", "busybox\n"),
    ];

    /// <summary>Gets whether this machine has what the image is made of.</summary>
    public static bool IsPossible => File.Exists(Busybox);

    /// <summary>Writes the image's root file system as a tar archive.</summary>
    public static async Task WriteAsync(Stream target, CancellationToken cancellationToken = default)
    {
        await using var tar = new TarWriter(target, TarEntryFormat.Pax, leaveOpen: true);
        foreach (var folder in Folders)
        {
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.Directory, folder) { Mode = Program }, cancellationToken);
        }

        foreach (var shared in (string[])["tmp", "var/tmp"])
        {
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.Directory, shared) { Mode = Everything | UnixFileMode.StickyBit }, cancellationToken);
        }

        await using (var busybox = File.OpenRead(Busybox))
        {
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, "bin/busybox") { Mode = Program, DataStream = busybox }, cancellationToken);
        }

        foreach (var applet in await AppletsAsync(cancellationToken))
        {
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.SymbolicLink, $"bin/{applet}") { LinkName = "busybox" }, cancellationToken);
        }

        foreach (var file in await PerlAsync(cancellationToken))
        {
            await using var content = File.OpenRead(file);
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, file[1..]) { Mode = Program, DataStream = content }, cancellationToken);
        }

        foreach (var (name, text) in Files)
        {
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = content }, cancellationToken);
        }
    }

    // The one thing that busybox cannot do in the suites is to listen on a Unix socket.
    private static async Task<IEnumerable<string>> PerlAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(Perl))
        {
            return [];
        }

        var libraries = (await OutputAsync("ldd", Perl, cancellationToken)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word.StartsWith('/'));
        var modules = Directory.EnumerateDirectories("/usr/lib", "perl-base", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
        return [Perl, .. libraries, .. modules];
    }

    private static async Task<string> OutputAsync(string program, string argument, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(program, argument) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return output;
    }

    private static async Task<IEnumerable<string>> AppletsAsync(CancellationToken cancellationToken)
    {
        var names = await OutputAsync(Busybox, "--list", cancellationToken);
        return names.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(name => !string.Equals(name, "busybox", StringComparison.Ordinal));
    }
}
