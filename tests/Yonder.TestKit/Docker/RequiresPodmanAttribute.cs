using Yonder.TestKit.Requirements;

namespace Yonder.TestKit.Docker;

/// <summary>The tests need to start Podman's service.</summary>
public sealed class RequiresPodmanAttribute : RequirementAttribute
{
    public override string? Missing
        => !string.Equals(Environment.UserName, "root", StringComparison.Ordinal) ? "Only root can start containers in these tests."
            : !BusyboxImage.IsPossible ? "busybox-static is not installed."
            : new RequiresProgramAttribute("podman").Missing ?? new RequiresProgramAttribute("runc").Missing;
}
