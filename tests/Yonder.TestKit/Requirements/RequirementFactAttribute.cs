using Xunit.Sdk;

namespace Yonder.TestKit.Requirements;

/// <summary>A fact that honours the <see cref="RequirementAttribute"/>s of its method and of the class that is run, which may be a derived one.</summary>
[XunitTestCaseDiscoverer("Yonder.TestKit.Requirements.RequirementFactDiscoverer", "Yonder.TestKit")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequirementFactAttribute : FactAttribute;
