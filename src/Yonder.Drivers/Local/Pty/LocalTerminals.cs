using Yonder.Drivers.Local.Polling;
using Yonder.Drivers.Local.Processes;
using Yonder.Runtimes;
using Yonder.Runtimes.Terminals;

namespace Yonder.Drivers.Local.Pty;

/// <summary>Opens terminals in a place on this machine.</summary>
internal sealed class LocalTerminals(IPlace place, Reactor reactor) : ITerminals
{
    public async ValueTask<ITerminal> OpenAsync(TerminalSpec spec, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(spec);
        cancellationToken.ThrowIfCancellationRequested();
        if (spec.Command is { Count: 0 })
        {
            throw new RuntimeException(RuntimeError.InvalidRequest, "The command is empty.");
        }

        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["TERM"] = "xterm-256color" };
        foreach (var (name, value) in spec.Environment)
        {
            environment[name] = value;
        }

        return new LocalTerminal(await place.LaunchAsync(Launch.Of(spec) with { Environment = environment }), reactor);
    }
}
