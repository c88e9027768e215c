namespace Yonder.Gateway.Platform.Problems;

internal static class RexecErrorsExtensions
{
    /// <summary>Makes every error of these routes, ours and the framework's, speak the Rexec dialect.</summary>
    public static TBuilder WithRexecErrors<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
        => builder.WithMetadata(RexecErrors.Instance);
}
