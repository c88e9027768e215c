using Microsoft.Extensions.Options;
using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Problems;
using Yonder.Protocol;
using Yonder.Protocol.Containers;
using Yonder.Runtimes;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Features.Containers;

/// <summary>Answers a creation that is refused for what the caller already has, with the numbers that clients show.</summary>
internal sealed class ContainerRefusals(RuntimeRegistry registry, IOptions<ContainersOptions> options)
{
    public static bool Explains(RuntimeException failure) => failure.Error is RuntimeError.AlreadyExists or RuntimeError.LimitReached;

    public async Task<IResult> ExplainAsync(Caller caller, CreateContainerRequest request, RuntimeException failure, CancellationToken cancellationToken)
    {
        var (status, code) = RuntimeProblems.Describe(failure.Error);
        var refusal = failure.Error is RuntimeError.AlreadyExists
            ? new ContainerRefusal("container with this name already exists", code) { Message = failure.Message, Name = request.Name?.Trim() }
            : new ContainerRefusal("container limit reached", code)
            {
                Message = failure.Message,
                Current = (await registry.ListAsync(caller.UserId, cancellationToken)).Count,
                Limit = options.Value.Of(caller).Containers,
                Tier = caller.Tier,
            };
        return TypedResults.Json(refusal, RexecJson.Default.ContainerRefusal, statusCode: status);
    }
}
