using System.Globalization;
using Yonder.Drivers.Docker.Engine.Models;
using Yonder.Drivers.Docker.Execs;
using Yonder.Runtimes;
using Yonder.Runtimes.Terminals;

namespace Yonder.Drivers.Docker.Terminals;

/// <summary>Opens terminals in a container.</summary>
internal sealed class DockerTerminals(ContainerRef container, RuntimeInfo info, OpenWorks works) : ITerminals
{
    private const string DefaultTerm = "xterm-256color";

    // Engines of today still start a terminal without a size (API before 1.42), and none knows a login shell: a shell does both on the
    // way, in the round trip that is made anyhow. $1 rows, $2 columns, then the command. Its first byte says how it went: NUL is good,
    // 1 means that the size could not be set; without either the command does not exist.
    private const string Launcher =
        """
        sized='\0'
        stty rows "$1" cols "$2" 2> /dev/null || sized='\001'
        shift 2
        if [ $# = 0 ]; then
            id=$(id -u 2> /dev/null) shell=
            while IFS=: read -r _ _ uid _ _ _ program; do [ "$uid" = "$id" ] && shell=$program && break; done 2> /dev/null < /etc/passwd
            case $shell in *bash | */zsh | */fish | */ksh) ;; *) shell=bash ;; esac
            shell=$(command -v "$shell" || command -v bash || command -v sh)
            set -- "$shell" -l
        else
            command -v "$1" > /dev/null 2>&1 || exit 127
        fi
        printf "$sized"
        exec "$@"
        """;

    public async ValueTask<ITerminal> OpenAsync(TerminalSpec spec, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var identity = await container.Engine.IdentifyAsync(cancellationToken);
        var mark = ExecMark.New();
        var request = Build(spec, mark) with { ConsoleSize = identity.KnowsConsoleSize ? [spec.Size.Rows, spec.Size.Columns] : null };
        var terminal = await LaunchAsync(request, spec, mark);
        if (cancellationToken.IsCancellationRequested)
        {
            await terminal.DisposeAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }

        return terminal;
    }

    private ExecCreateRequest Build(TerminalSpec spec, string mark)
    {
        if (spec.Size is { Columns: < 1 or > ushort.MaxValue } or { Rows: < 1 or > ushort.MaxValue })
        {
            throw new RuntimeException(RuntimeError.InvalidRequest, "A terminal has 1 to 65535 columns and rows.");
        }

        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["TERM"] = DefaultTerm };
        foreach (var (name, value) in spec.Environment)
        {
            environment[name] = value;
        }

        var directory = ExecRequests.DirectoryOf(spec.WorkingDirectory, spec.User, info);
        return ExecRequests.Build(spec.Command ?? ["sh", "-l"], environment, directory, spec.User, mark) with { Tty = true, DetachKeys = DetachKeys.Unlikely() };
    }

    private async ValueTask<DockerTerminal> LaunchAsync(ExecCreateRequest direct, TerminalSpec spec, string mark)
    {
        string[] launcher =
        [
            "sh", "-c", Launcher, "sh", spec.Size.Rows.ToString(CultureInfo.InvariantCulture), spec.Size.Columns.ToString(CultureInfo.InvariantCulture), .. spec.Command ?? [],
        ];
        ExecInstance exec;
        try
        {
            // Not cancelled half-way, for the reason that an exec is not.
            exec = await ExecInstance.StartAsync(container, direct with { Cmd = launcher }, CancellationToken.None);
        }
        catch (RuntimeException error) when (error.Error is RuntimeError.NotFound && spec.Command is not null && error.Message.Contains("'sh'", StringComparison.Ordinal))
        {
            // No shell in there: the program is started as it is, and sized a moment later.
            var bare = new DockerTerminal(container, await ExecInstance.StartAsync(container, direct, CancellationToken.None), mark, spec.User, works);
            await bare.ResizeAsync(spec.Size, CancellationToken.None);
            return bare;
        }

        var terminal = new DockerTerminal(container, exec, mark, spec.User, works);
        try
        {
            await terminal.AwaitLaunchAsync(spec);
            return terminal;
        }
        catch
        {
            await terminal.DisposeAsync();
            throw;
        }
    }
}
