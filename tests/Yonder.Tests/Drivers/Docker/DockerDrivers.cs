using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Yonder.Drivers.Docker;
using Yonder.TestKit.Docker;

namespace Yonder.Tests.Drivers.Docker;

/// <summary>Makes drivers over the tests' engines.</summary>
internal static class DockerDrivers
{
    public static DockerDriver Open(EngineServer engine, string instance = "tests", bool useHost = true) => Open(engine.Host, instance, useHost);

    public static DockerDriver Open(string host, string instance = "tests", bool useHost = true)
        => new(Options.Create(new DockerOptions { Host = host, Instance = instance, UseHost = useHost }), TimeProvider.System, NullLogger<DockerDriver>.Instance);
}
