namespace Yonder.Gateway.Platform.Problems;

/// <summary>Endpoint metadata: errors here are <c>{error, message, code}</c>, as Rexec clients read them.</summary>
internal sealed class RexecErrors
{
    public static readonly RexecErrors Instance = new();

    private RexecErrors()
    {
    }
}
