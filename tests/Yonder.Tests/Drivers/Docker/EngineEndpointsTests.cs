using Yonder.Drivers.Docker.Engine;
using Yonder.Runtimes;

namespace Yonder.Tests.Drivers.Docker;

/// <summary>Addresses of engines, as in DOCKER_HOST.</summary>
public sealed class EngineEndpointsTests
{
    [Theory]
    [InlineData("unix:///var/run/docker.sock", "unix:///var/run/docker.sock")]
    [InlineData("tcp://10.0.0.1", "tcp://10.0.0.1:2375")]
    [InlineData("tcp://build.example:1234", "tcp://build.example:1234")]
    [InlineData("http://build.example:1234", "tcp://build.example:1234")]
    public void An_address_is_understood(string host, string endpoint) => EngineEndpoints.Parse(host, certificates: null).ToString().ShouldBe(endpoint);

    [Fact]
    public void Https_means_TLS() => EngineEndpoints.Parse("https://build.example:2376", certificates: null).Tls.ShouldNotBeNull();

    [Theory]
    [InlineData("docker")]
    [InlineData("unix://")]
    [InlineData("ssh://host")]
    [InlineData("tcp://")]
    public void What_is_no_address_is_refused(string host)
        => Should.Throw<RuntimeException>(() => EngineEndpoints.Parse(host, certificates: null)).Error.ShouldBe(RuntimeError.InvalidRequest);
}
