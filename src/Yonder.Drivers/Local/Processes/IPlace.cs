using Yonder.Drivers.Local.Files;
using Yonder.Runtimes;

namespace Yonder.Drivers.Local.Processes;

/// <summary>Where commands run: this machine or a sandbox on it.</summary>
internal interface IPlace
{
    RemotePath Home { get; }

    RootDirectory Root { get; }

    /// <summary>Starts a command.</summary>
    /// <exception cref="RuntimeException">It cannot be started.</exception>
    Task<Launched> LaunchAsync(Launch launch);
}
