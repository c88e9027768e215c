using Xunit.Abstractions;

namespace Yonder.TestKit.Requirements;

/// <summary>Finds out why a test cannot run here.</summary>
internal static class RequirementSkip
{
    public static string? Reason(ITestMethod method)
    {
        // In continuous integration a missing environment is a failure: the test runs and says what it did not find.
        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
        {
            return null;
        }

        var attributes = method.TestClass.Class.GetCustomAttributes(typeof(RequirementAttribute))
            .Concat(method.Method.GetCustomAttributes(typeof(RequirementAttribute)));
        return attributes.OfType<IReflectionAttributeInfo>()
            .Select(info => ((RequirementAttribute)info.Attribute).Missing)
            .FirstOrDefault(missing => missing is not null);
    }
}
