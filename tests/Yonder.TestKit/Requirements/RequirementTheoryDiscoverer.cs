using Xunit.Abstractions;
using Xunit.Sdk;

namespace Yonder.TestKit.Requirements;

/// <summary>Discovers theories, skipping those whose requirements are not met.</summary>
public sealed class RequirementTheoryDiscoverer(IMessageSink diagnosticMessageSink) : TheoryDiscoverer(diagnosticMessageSink)
{
    public override IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute)
        => RequirementSkip.Reason(testMethod) is { } reason
            ? [new SkippedTestCase(reason, DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod)]
            : base.Discover(discoveryOptions, testMethod, theoryAttribute);
}
