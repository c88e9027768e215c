using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Yonder.TestKit.Requirements;

/// <summary>A test that only says why it does not run.</summary>
public sealed class SkippedTestCase : XunitTestCase
{
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Called by the deserializer of test cases only.")]
    public SkippedTestCase()
    {
    }

    internal SkippedTestCase(string reason, IMessageSink sink, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(sink, display, options, method)
        => SkipReason = reason;

    public override void Serialize(IXunitSerializationInfo data)
    {
        ArgumentNullException.ThrowIfNull(data);
        base.Serialize(data);
        data.AddValue("Reason", SkipReason);
    }

    public override void Deserialize(IXunitSerializationInfo data)
    {
        ArgumentNullException.ThrowIfNull(data);
        base.Deserialize(data);
        SkipReason = data.GetValue<string>("Reason");
    }
}
