using Yonder.Bench.Harness;
using Yonder.TestKit.Docker;

namespace Yonder.Bench.Workloads;

/// <summary>An engine of the bench's own and a gateway that uses it.</summary>
internal static class DockerBench
{
    public const string Image = BusyboxImage.Reference;

    public static async Task<DockerServer> StartEngineAsync()
        => new RequiresDockerAttribute().Missing is { } missing ? throw new SkipException(missing) : await DockerServer.StartAsync();

    public static Task<GatewayProcess> StartGatewayAsync(BenchContext context, DockerServer server, CancellationToken cancellationToken)
        => GatewayProcess.StartAsync(context, new Dictionary<string, string>(StringComparer.Ordinal) { ["DOCKER_HOST"] = server.Host }, cancellationToken, "--driver", "docker");
}
