using Yonder.Gateway.Platform.Problems;
using Yonder.Runtimes;

namespace Yonder.Gateway.Features.Files;

/// <summary>Understands paths as clients send them. Inside its container a path may lead anywhere: the container is the boundary.</summary>
internal static class FilePaths
{
    private static readonly RemotePath[] SystemTrees = [.. new[] { "/bin", "/boot", "/dev", "/etc", "/lib", "/lib32", "/lib64", "/libx32", "/opt", "/proc", "/root", "/run", "/sbin", "/sys", "/usr", "/var" }.Select(RemotePath.Parse)];

    /// <summary>Makes a path absolute and plain; relative ones begin at the runtime's home.</summary>
    public static RemotePath Resolve(this IRuntime runtime, string? path)
        => string.IsNullOrEmpty(path) ? throw Missing() : RemotePath.Parse(path).Normalize(runtime.Info.Home);

    /// <summary>Says whether deleting the path could only be an accident: the root, a system directory, or something below one; but not below the home, wherever that is.</summary>
    public static bool IsProtected(this IRuntime runtime, RemotePath path)
    {
        var home = runtime.Info.Home.Normalize(RemotePath.Root);
        var isOwn = home != RemotePath.Root && IsStrictlyWithin(path, home);
        return !isOwn && (IsWithin(home, path) || SystemTrees.Any(tree => IsWithin(path, tree)));
    }

    public static ProblemException Missing() => new(new Problem(StatusCodes.Status400BadRequest, "path_missing", "path parameter required"));

    /// <summary>Says whether the path is the tree or lies below it.</summary>
    private static bool IsWithin(RemotePath path, RemotePath tree) => path == tree || IsStrictlyWithin(path, tree);

    private static bool IsStrictlyWithin(RemotePath path, RemotePath tree)
        => tree == RemotePath.Root
            ? path != tree
            : path.Bytes.StartsWith(tree.Bytes) && path.Bytes.Length > tree.Bytes.Length && path.Bytes[tree.Bytes.Length] is (byte)'/';
}
