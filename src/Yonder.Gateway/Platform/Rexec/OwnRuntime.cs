using Yonder.Runtimes;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Platform.Rexec;

/// <summary>A runtime that a request works in. Disposing says that it is done; the runtime itself is shared and stays connected.</summary>
internal sealed record OwnRuntime(IRuntime Runtime, RuntimeRecord Record, RuntimeUse Use) : IDisposable
{
    public void Dispose() => Use.Dispose();
}
