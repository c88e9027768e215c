using Microsoft.Win32.SafeHandles;
using Yonder.Drivers.Local.Native;
using Yonder.Runtimes;

namespace Yonder.Drivers.Local.Processes;

/// <summary>posix_spawn with a session of its own, every signal at its default and none blocked.</summary>
/// <remarks>A gateway that was started in the background ignores SIGINT, and .NET ignores SIGPIPE: neither must reach the programs.</remarks>
internal static unsafe class Spawn
{
    private const short DefaultSignals = 0x04;
    private const short SignalMask = 0x08;
    private const short NewSession = 0x80;

    // Larger than what any C library needs for its opaque structures (glibc: 336, 80 and 128 bytes).
    private const int OpaqueSize = 1024;

    /// <summary>Starts the process from the calling thread, whose working directory is its own, and returns its number.</summary>
    public static int Start(SpawnPlan plan)
    {
        var pid = 0;
        var error = TryStart(plan, plan.Program, plan.Arguments, &pid);
        if (error is Errno.NotExecutableFormat)
        {
            // A script without an interpreter line is one for sh, as execvp has it.
            error = TryStart(plan, RemotePath.Parse("/bin/sh"), ["sh"u8.ToArray(), plan.Program.Bytes.ToArray(), .. plan.Arguments.Skip(1)], &pid);
        }

        return error is 0 ? pid : throw Failure(error, plan.Program);
    }

    private static RuntimeException Failure(int error, RemotePath program) => error switch
    {
        Errno.NoEntry => new(RuntimeError.NotFound, $"'{program}' cannot be run: it, or its interpreter, does not exist."),
        Errno.AccessDenied or Errno.OperationNotPermitted => new(RuntimeError.AccessDenied, $"'{program}' may not be run."),
        Errno.ArgumentsTooLong => new(RuntimeError.InvalidRequest, "The arguments and variables are too long together."),
        Errno.TryAgain or Errno.NoMemory => new(RuntimeError.NoSpace, "No more processes or memory can be had here."),
        _ => new(RuntimeError.Failed, $"'{program}' could not be started (error {error})."),
    };

    private static int TryStart(SpawnPlan plan, RemotePath program, IReadOnlyList<byte[]> arguments, int* pid)
    {
        var actions = stackalloc byte[OpaqueSize];
        var attributes = stackalloc byte[OpaqueSize];
        var signals = stackalloc byte[OpaqueSize];
        Check(Libc.ActionsInit(actions));
        Check(Libc.AttributesInit(attributes));
        try
        {
            new Span<byte>(signals, OpaqueSize).Clear();
            Check(Libc.AttributesSignalMask(attributes, signals));
            new Span<byte>(signals, OpaqueSize).Fill(0xFF);
            Check(Libc.AttributesDefaultSignals(attributes, signals));
            Check(Libc.AttributesFlags(attributes, DefaultSignals | SignalMask | NewSession));
            using var path = new NativeStrings([program.Bytes.ToArray(), .. plan.Terminal is { } name ? [name.Bytes.ToArray()] : Array.Empty<byte[]>()]);
            Describe(actions, plan.Descriptors, plan.Terminal is null ? null : path.Pointer[1]);
            using var vector = new NativeStrings(arguments);
            using var environment = new NativeStrings(plan.Environment);
            return Libc.Spawn(pid, path.Pointer[0], actions, attributes, vector.Pointer, environment.Pointer);
        }
        finally
        {
            _ = Libc.AttributesDestroy(attributes);
            _ = Libc.ActionsDestroy(actions);
        }
    }

    private static void Describe(void* actions, IReadOnlyList<SafeFileHandle> descriptors, byte* terminal)
    {
        if (terminal is not null)
        {
            // The leader of a session without a terminal gets the first one that it opens.
            Check(Libc.ActionsOpen(actions, 0, terminal, OpenFlags.ReadWrite, 0));
            Check(Libc.ActionsDuplicate(actions, 0, 1));
            Check(Libc.ActionsDuplicate(actions, 0, 2));
            Check(Libc.ActionsCloseFrom(actions, 3));
            return;
        }

        // First to numbers that are out of the way, so that no target overwrites a source that is still needed.
        var count = descriptors.Count;
        var free = descriptors.Max(fd => (int)fd.DangerousGetHandle()) + 1 + count;
        for (var i = 0; i < descriptors.Count; i++)
        {
            Check(Libc.ActionsDuplicate(actions, (int)descriptors[i].DangerousGetHandle(), free + i));
        }

        for (var i = 0; i < descriptors.Count; i++)
        {
            Check(Libc.ActionsDuplicate(actions, free + i, i));
        }

        Check(Libc.ActionsCloseFrom(actions, descriptors.Count));
    }

    private static void Check(int error)
    {
        if (error is not 0)
        {
            throw new RuntimeException(RuntimeError.NoSpace, $"A process could not be prepared (error {error}).");
        }
    }
}
