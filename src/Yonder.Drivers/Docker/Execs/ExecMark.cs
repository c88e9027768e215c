using System.Security.Cryptography;

namespace Yonder.Drivers.Docker.Execs;

/// <summary>A variable that a process and all that it starts carry: the one thread that leads to daemons which have left their parent and session.</summary>
internal static class ExecMark
{
    private const string Variable = "YONDER_EXEC";
    private const int Length = 12;

    /// <summary>A new mark, as it stands in an environment.</summary>
    public static string New() => $"{Variable}={Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Length))}";
}
