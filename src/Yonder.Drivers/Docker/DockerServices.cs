using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Yonder.Runtimes;

namespace Yonder.Drivers.Docker;

/// <summary>Registers the Docker driver.</summary>
public static class DockerServices
{
    /// <summary>Adds the driver for Docker Engine and Podman. Without settings it obeys <c>DOCKER_HOST</c>, <c>DOCKER_TLS_VERIFY</c> and <c>DOCKER_CERT_PATH</c>, as the docker command does.</summary>
    public static IServiceCollection AddDockerDriver(this IServiceCollection services, Action<DockerOptions>? configure = null)
    {
        var options = services.AddOptions<DockerOptions>().Configure(FromEnvironment);
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IRuntimeDriver, DockerDriver>(provider => new(
            provider.GetRequiredService<IOptions<DockerOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<DockerDriver>>())));
        return services;
    }

    private static void FromEnvironment(DockerOptions options)
    {
        options.Host ??= NonEmpty("DOCKER_HOST");
        if (NonEmpty("DOCKER_TLS_VERIFY") is not null)
        {
            options.CertificateFolder ??= NonEmpty("DOCKER_CERT_PATH")
                ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".docker");
        }
    }

    private static string? NonEmpty(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
