using System.Text;
using Yonder.Runtimes.Exec;

namespace Yonder.TestKit.Conformance;

/// <summary>What a command that ran to its end left.</summary>
public sealed record ProcessResult(ExitStatus Status, ReadOnlyMemory<byte> Output, ReadOnlyMemory<byte> Error)
{
    public string Text => Encoding.UTF8.GetString(Output.Span);

    public string ErrorText => Encoding.UTF8.GetString(Error.Span);

    /// <summary>Returns the output of a command that must have succeeded.</summary>
    public string Expected()
    {
        Status.IsSuccess.ShouldBeTrue($"{Status}: {ErrorText}");
        return Text;
    }
}
