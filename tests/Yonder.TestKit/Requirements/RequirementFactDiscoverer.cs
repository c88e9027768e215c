using Xunit.Abstractions;
using Xunit.Sdk;

namespace Yonder.TestKit.Requirements;

/// <summary>Discovers facts, skipping those whose requirements are not met.</summary>
public sealed class RequirementFactDiscoverer(IMessageSink diagnosticMessageSink) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
    {
        var display = discoveryOptions.MethodDisplayOrDefault();
        var options = discoveryOptions.MethodDisplayOptionsOrDefault();
        return RequirementSkip.Reason(testMethod) is { } reason
            ? [new SkippedTestCase(reason, diagnosticMessageSink, display, options, testMethod)]
            : [new XunitTestCase(diagnosticMessageSink, display, options, testMethod)];
    }
}
