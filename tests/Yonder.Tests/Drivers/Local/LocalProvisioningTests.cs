using Yonder.Runtimes;
using Yonder.TestKit.Conformance;
using Yonder.TestKit.Requirements;

namespace Yonder.Tests.Drivers.Local;

/// <summary>Sandboxes by bubblewrap.</summary>
[RequiresProgram("bwrap")]
public sealed class LocalProvisioningTests : ProvisioningConformance
{
    private readonly string _folder = Directory.CreateTempSubdirectory("yonder-local-").FullName;

    protected override string Image => "host";

    protected override bool OutlivesUs => false;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    protected override Task<IRuntimeDriver> OpenDriverAsync() => Task.FromResult<IRuntimeDriver>(LocalDrivers.Create(_folder));
}
