using Yonder.Runtimes;
using Yonder.Runtimes.Exec;

namespace Yonder.Drivers.Docker.Execs;

/// <summary>Runs commands in a container.</summary>
internal sealed class DockerExec(ContainerRef container, RuntimeInfo info, OpenWorks works) : IExec
{
    public async ValueTask<IProcess> StartAsync(ExecSpec spec, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var mark = ExecMark.New();
        var request = ExecRequests.Build(spec.Command, spec.Environment, ExecRequests.DirectoryOf(spec.WorkingDirectory, spec.User, info), spec.User, mark);

        // Not cancelled half-way: an engine that was asked starts the process whether or not we listen, and then nobody could end it.
        var process = new DockerProcess(container, await ExecInstance.StartAsync(container, request, CancellationToken.None), mark, spec.User, works);
        if (cancellationToken.IsCancellationRequested)
        {
            await process.DisposeAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }

        return process;
    }
}
