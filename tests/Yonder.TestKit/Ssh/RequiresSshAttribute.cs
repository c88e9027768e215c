using Yonder.TestKit.Requirements;

namespace Yonder.TestKit.Ssh;

/// <summary>The tests need OpenSSH's server and client.</summary>
public sealed class RequiresSshAttribute : RequirementAttribute
{
    public override string? Missing => SshServer.Missing;
}
