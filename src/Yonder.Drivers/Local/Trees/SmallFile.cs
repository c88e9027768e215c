using System.Text;

namespace Yonder.Drivers.Local.Trees;

/// <summary>The files of /proc and /sys: small, read and written at once.</summary>
internal static class SmallFile
{
    /// <summary>Writes the file; <see langword="false"/> when the kernel refuses.</summary>
    public static bool TryWrite(string path, string text)
    {
        try
        {
            // Sharing all: anything else locks the file.
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.Write(file, Encoding.ASCII.GetBytes(text), 0);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Reads the file; <see langword="null"/> when it is gone or refused.</summary>
    public static string? TryRead(string path)
    {
        try
        {
            return File.ReadAllText(path, Encoding.Latin1);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
