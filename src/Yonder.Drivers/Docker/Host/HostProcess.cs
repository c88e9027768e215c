using System.Globalization;
using System.Text;

namespace Yonder.Drivers.Docker.Host;

/// <summary>What the kernel tells of a process on this machine.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Parent">Its parent.</param>
/// <param name="Session">Its session.</param>
/// <param name="Foreground">The foreground process group of its terminal; -1 without one.</param>
/// <param name="IsZombie">Whether it has ended and waits for its parent.</param>
internal sealed record HostProcess(int Id, int Parent, int Session, int Foreground, bool IsZombie)
{
    /// <summary>Reads one process; <see langword="null"/> when it is gone.</summary>
    public static HostProcess? Read(int pid)
    {
        var text = ReadAll(pid, "stat") is { } bytes ? Encoding.Latin1.GetString(bytes) : string.Empty;

        // The name in brackets may hold anything, brackets included: the fields start behind the last one.
        var fields = text[(text.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length < 6 ? null : new(pid, Number(fields[1]), Number(fields[3]), Number(fields[5]), fields[0] is "Z" or "X");
    }

    /// <summary>Whether the process was started with a variable, written as in its environment.</summary>
    public static bool Carries(int pid, ReadOnlySpan<byte> variable)
        => ReadAll(pid, "environ") is { } environment && environment.AsSpan().IndexOf(variable) >= 0;

    private static byte[]? ReadAll(int pid, string file)
    {
        try
        {
            return File.ReadAllBytes(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/{file}"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static int Number(string field) => int.Parse(field, CultureInfo.InvariantCulture);
}
