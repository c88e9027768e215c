namespace Yonder.Gateway.Tests.Platform.Auth;

/// <summary>A test that acts as another user, which only root can: skipped for others, failed for them when <c>CI</c> is set.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute()
    {
        if (!Environment.IsPrivilegedProcess && Environment.GetEnvironmentVariable("CI") is null or "")
        {
            Skip = "Only root can act as another user.";
        }
    }
}
