using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Yonder.Runtimes;

namespace Yonder.Drivers.Docker.Engine;

/// <summary>Finds out where engines may listen.</summary>
internal static class EngineEndpoints
{
    private const int PlainPort = 2375;
    private const int TlsPort = 2376;

    /// <summary>The endpoint that was asked for, or those where engines listen by default, best first.</summary>
    /// <param name="host">As in <c>DOCKER_HOST</c>; <see langword="null"/> when nothing was asked for.</param>
    /// <param name="certificates">The folder with <c>ca.pem</c>, <c>cert.pem</c> and <c>key.pem</c>; <see langword="null"/> for TCP without TLS.</param>
    /// <exception cref="RuntimeException">The text names no endpoint, or the certificates cannot be read.</exception>
    public static IReadOnlyList<EngineEndpoint> Find(string? host, string? certificates)
        => string.IsNullOrWhiteSpace(host) ? [.. Defaults().Select(path => new EngineEndpoint(new Uri($"unix://{path}")))] : [Parse(host, certificates)];

    /// <summary>Reads <c>unix:///path</c>, <c>tcp://host[:port]</c>, <c>http://…</c>, <c>https://…</c>.</summary>
    public static EngineEndpoint Parse(string host, string? certificates)
    {
        if (!Uri.TryCreate(host, UriKind.Absolute, out var address))
        {
            throw Invalid(host);
        }

        var secure = certificates is not null || address.Scheme is "https";
        return address.Scheme switch
        {
            "unix" when address.AbsolutePath.Length > 1 => new(address),
            "tcp" or "http" or "https" when address.Host.Length > 0 => new(WithPort(address, secure), secure ? Tls(address.Host, certificates) : null),
            _ => throw Invalid(host),
        };
    }

    private static RuntimeException Invalid(string host)
        => new(RuntimeError.InvalidRequest, $"'{host}' is no address of an engine. Use unix:///path/to/socket or tcp://host:port.");

    private static Uri WithPort(Uri address, bool secure)
    {
        // Uri fills in 80 and 443 for http and https; the Engine API has ports of its own only under tcp://.
        var port = address.Port > 0 ? address.Port : secure ? TlsPort : PlainPort;
        return new UriBuilder("tcp", address.Host, port).Uri;
    }

    private static SslClientAuthenticationOptions Tls(string host, string? certificates)
    {
        var options = new SslClientAuthenticationOptions { TargetHost = host };
        if (certificates is null)
        {
            return options;
        }

        try
        {
            var authority = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(certificates, "ca.pem"));
            var client = X509Certificate2.CreateFromPemFile(Path.Combine(certificates, "cert.pem"), Path.Combine(certificates, "key.pem"));
            options.ClientCertificates = [client];
            options.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                CustomTrustStore = { authority },
            };
            return options;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or System.Security.Cryptography.CryptographicException)
        {
            throw new RuntimeException(RuntimeError.AccessDenied, "The certificates for the Docker Engine (ca.pem, cert.pem, key.pem) cannot be read.", error);
        }
    }

    private static IEnumerable<string> Defaults()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var runtime = Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR");
        yield return "/var/run/docker.sock";
        if (!string.IsNullOrEmpty(runtime))
        {
            yield return Path.Combine(runtime, "docker.sock");
        }

        if (!string.IsNullOrEmpty(home))
        {
            yield return Path.Combine(home, ".docker/run/docker.sock");
            yield return Path.Combine(home, ".docker/desktop/docker.sock");
        }

        yield return "/run/podman/podman.sock";
        if (!string.IsNullOrEmpty(runtime))
        {
            yield return Path.Combine(runtime, "podman/podman.sock");
        }
    }
}
