using Yonder.Runtimes.Exec;
using Yonder.Runtimes.Files;
using Yonder.Runtimes.Metrics;
using Yonder.Runtimes.Ports;
using Yonder.Runtimes.Terminals;

namespace Yonder.Runtimes;

/// <summary>A live connection to a place where code runs. A capability the place lacks is <see langword="null"/>.</summary>
/// <remarks>Disposing closes the connection and ends what was started over it; it never deletes the place.</remarks>
public interface IRuntime : IAsyncDisposable
{
    /// <summary>Gets what is known about the runtime since it was connected.</summary>
    RuntimeInfo Info { get; }

    /// <summary>Gets a token that fires when the connection is lost for good: what was started over it has ended, and a new connection must be made.</summary>
    CancellationToken Lost => CancellationToken.None;

    /// <summary>Gets command execution.</summary>
    IExec? Exec => null;

    /// <summary>Gets interactive terminals.</summary>
    ITerminals? Terminals => null;

    /// <summary>Gets the file system.</summary>
    IFiles? Files => null;

    /// <summary>Gets connections to ports that programs in the runtime listen on.</summary>
    IPorts? Ports => null;

    /// <summary>Gets what the runtime consumes.</summary>
    IMetrics? Metrics => null;
}
