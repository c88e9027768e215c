using Yonder.Runtimes;
using Yonder.TestKit.Conformance;

namespace Yonder.Tests.Drivers.Local;

/// <summary>Sandboxes where there is neither bubblewrap nor a control group that we may write.</summary>
public sealed class LocalPlainProvisioningTests : ProvisioningConformance
{
    private readonly string _folder = Directory.CreateTempSubdirectory("yonder-local-").FullName;

    protected override string Image => "host";

    protected override bool OutlivesUs => false;

    protected override bool EnforcesMemory => false;

    protected override bool EnforcesProcesses => false;

    protected override bool EnforcesCpu => false;

    protected override bool CutsNetwork => false;

    protected override bool HasPrivateFiles => false;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    protected override Task<IRuntimeDriver> OpenDriverAsync() => Task.FromResult<IRuntimeDriver>(LocalDrivers.Create(_folder, bubblewrap: false, groups: false));
}
