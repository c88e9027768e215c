using Yonder.TestKit.Requirements;

namespace Yonder.TestKit.Docker;

/// <summary>The tests need to start a dockerd.</summary>
public sealed class RequiresDockerAttribute : RequirementAttribute
{
    public override string? Missing
        => !string.Equals(Environment.UserName, "root", StringComparison.Ordinal) ? "Only root can start a dockerd."
            : !BusyboxImage.IsPossible ? "busybox-static is not installed."
            : new RequiresProgramAttribute("dockerd").Missing ?? new RequiresProgramAttribute("ip").Missing;
}
