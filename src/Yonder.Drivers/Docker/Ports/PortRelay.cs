using System.Globalization;
using Yonder.Runtimes;
using Yonder.Runtimes.Exec;
using Yonder.Runtimes.Ports;

namespace Yonder.Drivers.Docker.Ports;

/// <summary>Dials from within a container, by whichever program in it can.</summary>
internal sealed class PortRelay(IExec exec)
{
    private const int Nobody = 111;
    private const int NoProgram = 110;

    // $1 address, $2 and $3 relays. The first byte that comes back says that the relay is about to run; some programs do not say when they are connected,
    // so the kernel's table of listeners is asked before. Only relays that pass a half-close on are used.
    private const string TcpScript =
        """
        port=$(printf %04X "$1")
        lines=$(cat /proc/net/tcp /proc/net/tcp6 2> /dev/null | grep -E "^ *[0-9]+: [0-9A-F]+:$port [0-9A-F]+:0000 0A ") || exit 111
        host=127.0.0.1
        case $lines in *"00000000000000000000000001000000:$port "*) case $lines in *"0100007F:$port "* | *" 00000000:$port "*) ;; *) host=::1 ;; esac ;; esac
        exec 2> /dev/null
        if command -v socat > /dev/null; then
            case $host in *:*) host="[$host]" ;; esac
            printf .; exec socat -b 65536 -t 86400 STDIO "TCP:$host:$1"
        elif command -v perl > /dev/null; then
            exec perl -e "$3" tcp "$host" "$1"
        elif command -v python3 > /dev/null; then
            exec python3 -c "$2" tcp "$host" "$1"
        elif command -v busybox > /dev/null; then
            printf .; exec busybox nc "$host" "$1"
        elif command -v nc > /dev/null; then
            nc -h 2>&1 | grep -q -- '-N' && set -- "$1" -N
            printf .; exec nc $2 "$host" "$1"
        fi
        exit 110
        """;

    private const string UnixScript =
        """
        [ -S "$1" ] || exit 111
        exec 2> /dev/null
        if command -v socat > /dev/null; then
            printf .; exec socat -b 65536 -t 86400 STDIO "UNIX-CONNECT:$1"
        elif command -v perl > /dev/null; then
            exec perl -e "$3" unix "$1"
        elif command -v python3 > /dev/null; then
            exec python3 -c "$2" unix "$1"
        elif command -v nc > /dev/null && nc -h 2>&1 | grep -q -- '-U'; then
            printf .; exec nc -N -U "$1"
        fi
        exit 110
        """;

    private const string Python =
        """
        import socket, sys, os, threading
        try:
            if sys.argv[1] == "unix":
                s = socket.socket(socket.AF_UNIX)
                s.connect(sys.argv[2])
            else:
                s = socket.create_connection((sys.argv[2], int(sys.argv[3])))
        except OSError:
            sys.exit(111)
        os.write(1, b".")
        def pull():
            while True:
                b = s.recv(65536)
                if not b: break
                while b: b = b[os.write(1, b):]
            os._exit(0)
        threading.Thread(target=pull, daemon=True).start()
        while True:
            b = os.read(0, 65536)
            if not b: break
            s.sendall(b)
        s.shutdown(socket.SHUT_WR)
        threading.Event().wait()
        """;

    // What even the smallest images of Debian and Ubuntu have.
    private const string Perl =
        """
        use Socket;
        my ($kind, $host, $port) = @ARGV;
        my ($family, $end) = $kind eq "unix" ? (PF_UNIX, pack_sockaddr_un($host))
            : $host =~ /:/ ? (PF_INET6, Socket::pack_sockaddr_in6($port, Socket::inet_pton(AF_INET6, $host)))
            : (PF_INET, pack_sockaddr_in($port, inet_aton($host)));
        my $s;
        socket($s, $family, SOCK_STREAM, 0) && connect($s, $end) or exit 111;
        syswrite(STDOUT, ".");
        sub pump {
            my ($from, $to) = @_;
            while (my $n = sysread($from, my $b, 65536)) {
                for (my $o = 0; $o < $n;) { my $w = syswrite($to, $b, $n - $o, $o); return unless defined $w; $o += $w }
            }
        }
        my $child = fork();
        if (!$child) { pump($s, \*STDOUT); kill("TERM", getppid()); exit 0 }
        pump(\*STDIN, $s);
        shutdown($s, 1);
        waitpid($child, 0);
        """;

    public ValueTask<DuplexStream> DialAsync(TcpPort port, CancellationToken cancellationToken)
        => DialAsync(TcpScript, port.Number.ToString(CultureInfo.InvariantCulture), cancellationToken);

    public ValueTask<DuplexStream> DialAsync(RemotePath socket, CancellationToken cancellationToken) => DialAsync(UnixScript, socket.ToString(), cancellationToken);

    private async ValueTask<DuplexStream> DialAsync(string script, string address, CancellationToken cancellationToken)
    {
        var process = await exec.StartAsync(new() { Command = ["sh", "-c", script, "sh", address, Python, Perl] }, cancellationToken);
        try
        {
            if (await process.StandardOutput.ReadAsync(new byte[1], cancellationToken) > 0)
            {
                return new ProcessConnection(process);
            }

            throw (await process.WaitAsync(cancellationToken)).Code switch
            {
                Nobody => new RuntimeException(RuntimeError.Unreachable, "Nobody listens there."),
                NoProgram => new RuntimeException(
                    RuntimeError.NotSupported,
                    "The container cannot be dialed from here, and has no program that could pass the connection on: install socat, perl or python3 in it."),
                var code => new RuntimeException(RuntimeError.Failed, string.Create(CultureInfo.InvariantCulture, $"The connection could not be passed on from within the container (code {code}).")),
            };
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }
}
