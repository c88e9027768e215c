using System.Text;
using Yonder.Runtimes;

namespace Yonder.Drivers.Posix;

/// <summary>
/// Carries a path through an argument vector that may only be able to hold UTF-8 text: every byte but letters, digits
/// and a few others becomes an octal escape of <c>printf %b</c>, so no shell and no encoding can touch it.
/// </summary>
internal static class PosixPath
{
    public static string ToArgument(this RemotePath path)
    {
        var text = new StringBuilder(path.Bytes.Length);
        foreach (var value in path.Bytes)
        {
            if (char.IsAsciiLetterOrDigit((char)value) || value is (byte)'/' or (byte)'.' or (byte)'_' or (byte)'-')
            {
                text.Append((char)value);
            }
            else
            {
                text.Append("\\0").Append(Convert.ToString(value, 8).PadLeft(3, '0'));
            }
        }

        return text.ToString();
    }
}
