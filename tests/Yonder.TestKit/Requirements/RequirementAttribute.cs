namespace Yonder.TestKit.Requirements;

/// <summary>What the tests of a class need from the machine. Missing: skipped here, failing in continuous integration.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public abstract class RequirementAttribute : Attribute
{
    /// <summary>Gets what is missing, as a sentence; <see langword="null"/> when all is there.</summary>
    public abstract string? Missing { get; }
}
