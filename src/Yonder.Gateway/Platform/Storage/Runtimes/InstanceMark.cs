using System.Security.Cryptography;
using Yonder.Gateway.Platform.Hosting;

namespace Yonder.Gateway.Platform.Storage.Runtimes;

/// <summary>What tells this gateway's containers from another's on the same engine: made once for each data folder, and moved with it.</summary>
internal static class InstanceMark
{
    private const int Length = 16;

    public static string Of(DataFolder folder)
    {
        var path = folder.PathOf("instance");
        if (!File.Exists(path))
        {
            // Renamed into place, so that a crash never leaves half a mark.
            var draft = path + ".new";
            File.WriteAllText(draft, RandomNumberGenerator.GetHexString(Length, lowercase: true));
            File.SetUnixFileMode(draft, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.Move(draft, path, overwrite: true);
        }

        return File.ReadAllText(path).Trim();
    }
}
