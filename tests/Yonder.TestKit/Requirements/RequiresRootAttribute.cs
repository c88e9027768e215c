namespace Yonder.TestKit.Requirements;

/// <summary>The tests need to be run by root.</summary>
public sealed class RequiresRootAttribute : RequirementAttribute
{
    public override string? Missing
        => string.Equals(Environment.UserName, "root", StringComparison.Ordinal) ? null : "This test is only for root.";
}
