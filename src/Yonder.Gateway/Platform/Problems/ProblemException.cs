namespace Yonder.Gateway.Platform.Problems;

/// <summary>Ends a request with <paramref name="problem"/>: for refusals that are about HTTP and callers, not about runtimes.</summary>
internal sealed class ProblemException(Problem problem) : Exception(problem.Message)
{
    public Problem Problem => problem;
}
