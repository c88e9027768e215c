using System.Globalization;
using Yonder.Drivers.Docker.Host;
using Yonder.Runtimes;
using Yonder.Runtimes.Exec;

namespace Yonder.Drivers.Docker.Execs;

/// <summary>Signals one exec, which the Engine API cannot: from this machine where it sees the process, by a command in the container elsewhere.</summary>
internal sealed class ExecSignals(ContainerRef container, ExecInstance exec, string mark, string? user)
{
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(10);

    /// <summary>The rounds of a kill: a tree that forks while it is killed needs more than one.</summary>
    private const int MaxRounds = 20;

    /// <summary>The number a script ends with when it found nothing to signal.</summary>
    private const int NothingFound = 3;

    // $1 mark, $2 signal, $3 what. A process carries the mark in its environment; the leader of an exec has no parent in the container.
    private const string Script =
        """
        found=3
        fields() { read -r line < "$1/stat" || return 1; set -- ${line##*) }; parent=$2 group=$3 session=$4 front=$6; }
        marked() { grep -qs -- "$mark" "$1/environ"; }
        mark=$1 signal=$2
        case $3 in
        tree)
            round=0
            while [ $round -lt 20 ]; do
                sessions=' ' victims=
                for d in /proc/[0-9]*; do marked $d && fields $d 2> /dev/null && sessions="$sessions$session " victims="$victims ${d#/proc/}"; done
                for d in /proc/[0-9]*; do
                    fields $d 2> /dev/null || continue
                    case $sessions in *" $session "*) [ $session = 0 ] || victims="$victims ${d#/proc/}" ;; esac
                done
                living=
                for p in $victims; do grep -qs '^State:.[^ZX]' /proc/$p/status && living="$living $p"; done
                [ -n "$living" ] || break
                found=0
                kill -$signal $living 2> /dev/null
                round=$((round + 1))
            done ;;
        *)
            for d in /proc/[0-9]*; do
                marked $d && fields $d 2> /dev/null && [ $parent = 0 ] || continue
                [ $3 = front ] && group=$front
                kill -$signal -$group 2> /dev/null && found=0
            done ;;
        esac
        exit $found
        """;

    /// <summary>Signals the process's group.</summary>
    public ValueTask GroupAsync(ProcessSignal signal, CancellationToken cancellationToken)
    {
        if (container.Host is null || exec.Pid is 0)
        {
            return InsideAsync(signal, "group", cancellationToken);
        }

        HostSignals.Group(exec.Pid, signal);
        return default;
    }

    /// <summary>Signals the foreground group of the process's terminal.</summary>
    public ValueTask ForegroundAsync(ProcessSignal signal, CancellationToken cancellationToken)
    {
        if (container.Host is null || exec.Pid is 0)
        {
            return InsideAsync(signal, "front", cancellationToken);
        }

        HostSignals.Foreground(exec.Pid, signal);
        return default;
    }

    /// <summary>Kills the process and everything that it started.</summary>
    public async ValueTask KillTreeAsync(CancellationToken cancellationToken)
    {
        if (container.Host is not { } host)
        {
            await RunAsync(ProcessSignal.Kill, "tree", cancellationToken);
            return;
        }

        for (var round = 0; round < MaxRounds && HostSignals.Tree(host, exec.Pid, mark) is { Count: > 0 } tree; round++)
        {
            foreach (var pid in tree)
            {
                HostSignals.Send(pid, (int)ProcessSignal.Kill);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(round < 2 ? 1 : 5), container.Engine.Time, cancellationToken);
        }
    }

    /// <summary>Kills the tree as far as it can be reached, for a disposal that has nobody to complain to.</summary>
    public async ValueTask EndTreeAsync()
    {
        using var limit = new CancellationTokenSource(EndLimit, container.Engine.Time);
        try
        {
            await KillTreeAsync(limit.Token);
        }
        catch (Exception error) when (error is RuntimeException or OperationCanceledException)
        {
            // The container or the engine is gone, and the process with it; or it is out of reach, and nothing can be done from here.
        }
    }

    private async ValueTask InsideAsync(ProcessSignal signal, string what, CancellationToken cancellationToken)
    {
        if (await RunAsync(signal, what, cancellationToken) is { Code: NothingFound } && await exec.PollAsync(cancellationToken) is null)
        {
            throw new RuntimeException(
                RuntimeError.NotSupported,
                "The process cannot be signalled: it has cleared its environment, and the engine is not on this machine.");
        }
    }

    private async ValueTask<ExitStatus> RunAsync(ProcessSignal signal, string what, CancellationToken cancellationToken)
    {
        var number = ((int)signal).ToString(CultureInfo.InvariantCulture);

        // As the process's own user: without a capability that containers lack, not even root may read the environment of another user's process.
        var (status, _) = await ContainerShell.ShellAsync(container, Script, [mark, number, what], user, cancellationToken);
        return status;
    }
}
