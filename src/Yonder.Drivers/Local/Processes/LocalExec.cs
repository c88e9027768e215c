using Microsoft.Win32.SafeHandles;
using Yonder.Drivers.Local.Native;
using Yonder.Drivers.Local.Polling;
using Yonder.Runtimes;
using Yonder.Runtimes.Exec;

namespace Yonder.Drivers.Local.Processes;

/// <summary>Starts commands in a place on this machine, with pipes as their streams: unlike sockets, these can be opened again by name.</summary>
internal sealed class LocalExec(IPlace place, Reactor reactor) : IExec
{
    public async ValueTask<IProcess> StartAsync(ExecSpec spec, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(spec);
        cancellationToken.ThrowIfCancellationRequested();
        if (spec.Command.Count is 0)
        {
            throw new RuntimeException(RuntimeError.InvalidRequest, "The command is empty.");
        }

        var pipes = new List<(SafeFileHandle Read, SafeFileHandle Write)>();
        try
        {
            for (var i = 0; i < 3; i++)
            {
                pipes.Add(Descriptors.Pipe());
            }

            var (input, output, error) = (pipes[0], pipes[1], pipes[2]);
            var launched = await place.LaunchAsync(Launch.Of(spec) with { Streams = [input.Read, output.Write, error.Write] });
            var process = new LocalProcess(launched, Own(input.Write), Own(output.Read), Own(error.Read));
            input.Read.Dispose();
            output.Write.Dispose();
            error.Write.Dispose();
            return process;
        }
        catch
        {
            foreach (var (read, write) in pipes)
            {
                read.Dispose();
                write.Dispose();
            }

            throw;
        }
    }

    private DescriptorStream Own(SafeFileHandle fd)
    {
        Descriptors.Unblock(fd);
        return new(reactor.Register(fd), isTerminal: false);
    }
}
