using Microsoft.Extensions.Options;
using Yonder.Drivers.Local;
using Yonder.Runtimes;

namespace Yonder.Tests.Drivers.Local;

/// <summary>Makes drivers over folders of the tests' own.</summary>
internal static class LocalDrivers
{
    public static LocalDriver Create(string dataFolder, bool bubblewrap = true, bool groups = true)
        => new(Options.Create(new LocalDriverOptions { DataFolder = dataFolder, UsesBubblewrap = bubblewrap, UsesControlGroups = groups }), TimeProvider.System);

    public static ValueTask<IRuntime> ConnectHostAsync(this LocalDriver driver)
        => driver.ConnectAsync(new(new("here"), new("local:")));
}
