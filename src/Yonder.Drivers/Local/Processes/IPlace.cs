using System.Net.Sockets;
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

    /// <summary>Makes a socket in the place's network.</summary>
    Task<Socket> MakeSocketAsync(Func<Socket> make);
}
