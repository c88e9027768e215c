using System.ComponentModel.DataAnnotations;

namespace Yonder.Drivers.Docker;

/// <summary>Which engine the Docker driver uses, and how.</summary>
public sealed class DockerOptions
{
    /// <summary>Gets or sets the engine's address, e.g. <c>unix:///var/run/docker.sock</c> or <c>tcp://host:2376</c>; the usual sockets of Docker and Podman are tried when <see langword="null"/>.</summary>
    public string? Host { get; set; }

    /// <summary>Gets or sets the folder with <c>ca.pem</c>, <c>cert.pem</c> and <c>key.pem</c> for TCP with TLS.</summary>
    public string? CertificateFolder { get; set; }

    /// <summary>Gets or sets the mark of this gateway's data folder, which every container carries: two gateways on one engine never see each other's.</summary>
    [RegularExpression("^[a-z0-9]{1,32}$")]
    public string Instance { get; set; } = "default";

    /// <summary>Gets or sets the network of containers that may reach what their host reaches; the engine's default network when <see langword="null"/>.</summary>
    public string? Network { get; set; }

    /// <summary>Gets or sets a value indicating whether an engine on this machine is helped by the kernel: signals, files and ports then do not go through the engine where this process may do it itself.</summary>
    public bool UseHost { get; set; } = true;
}
