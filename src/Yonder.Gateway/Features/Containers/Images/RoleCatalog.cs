using Yonder.Protocol.Containers;

namespace Yonder.Gateway.Features.Containers.Images;

/// <summary>The sets of tools that Rexec clients offer. They are remembered with the container; what is in it is its image's choice.</summary>
internal static class RoleCatalog
{
    public static IReadOnlyList<RoleInfo> All { get; } =
    [
        new("barebone", "Barebone", "Nothing but the image", "▫", []),
        new("standard", "Standard", "The everyday tools of a shell", "▪", ["git", "curl", "vim", "htop"]),
        new("node", "Node.js", "JavaScript and TypeScript", "⬢", ["nodejs", "npm", "git"]),
        new("python", "Python", "Python with its package tools", "λ", ["python3", "python3-pip", "python3-venv", "git"]),
        new("go", "Go", "The Go toolchain", "◔", ["golang", "git", "make"]),
        new("neovim", "Neovim", "An editor's home", "✎", ["neovim", "git", "ripgrep"]),
        new("devops", "DevOps", "Clusters and clouds from the shell", "☸", ["kubectl", "helm", "terraform", "git"]),
        new("overemployed", "Overemployed", "Agents that code while you do not", "☕", ["git", "tmux", "nodejs", "python3"]),
    ];
}
