using Yonder.Runtimes;
using Yonder.Runtimes.Provisioning;

namespace Yonder.TestKit.Registry;

/// <summary>A driver whose engine is a dictionary, and whose failures a test asks for.</summary>
public sealed class FakeDriver(string scheme = "fake") : IRuntimeDriver
{
    public string Scheme { get; } = scheme;

    public FakeEngine Engine { get; } = new(scheme);

    public IProvisioning Provisioning => Engine;

    public ValueTask<DriverStatus> CheckAsync(CancellationToken cancellationToken = default)
        => ValueTask.FromResult(new DriverStatus(Engine.IsAnswering, Engine.IsAnswering ? "It answers." : "It is away."));

    public ValueTask<IRuntime> ConnectAsync(RuntimeTarget target, CancellationToken cancellationToken = default)
        => ValueTask.FromResult<IRuntime>(new FakeRuntime(target.Id, Scheme));
}
