using Yonder.Gateway.Platform.Problems;

namespace Yonder.Gateway.Features.PortForwards;

internal static class ForwardProblems
{
    public static Problem NotFound { get; } = new(StatusCodes.Status404NotFound, "port_forward_not_found", "port forward not found");
}
