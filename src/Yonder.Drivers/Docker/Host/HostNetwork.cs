using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Yonder.Runtimes;

namespace Yonder.Drivers.Docker.Host;

/// <summary>Makes sockets that live in a container's network, loopback included.</summary>
internal static partial class HostNetwork
{
    private const int NetworkNamespace = 0x40000000;

    /// <summary>Makes a socket in the network of a process. It stays there, whoever uses it.</summary>
    /// <exception cref="RuntimeException">The process is gone, or its network may not be entered.</exception>
    public static Task<Socket> OpenSocketAsync(int pid, AddressFamily family)
    {
        var made = new TaskCompletionSource<Socket>(TaskCreationOptions.RunContinuationsAsynchronously);

        // A thread of its own, which ends afterwards: a pooled one would carry the container's network into whatever it runs next.
        var thread = new Thread(() =>
        {
            try
            {
                made.SetResult(Open(pid, family));
            }
            catch (Exception error)
            {
                made.SetException(error);
            }
        })
        {
            IsBackground = true,
            Name = "container network",
        };
        thread.Start();
        return made.Task;
    }

    private static Socket Open(int pid, AddressFamily family)
    {
        using var network = OpenNamespace(pid);
        if (SetNamespace(network, NetworkNamespace) is not 0)
        {
            throw new RuntimeException(RuntimeError.AccessDenied, "The container's network may not be entered.");
        }

        return new Socket(family, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    }

    private static SafeFileHandle OpenNamespace(int pid)
    {
        try
        {
            return File.OpenHandle(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/ns/net"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RuntimeException(RuntimeError.WrongState, "The container has ended.", error);
        }
    }

    [LibraryImport("libc", EntryPoint = "setns", SetLastError = true)]
    private static partial int SetNamespace(SafeFileHandle descriptor, int type);
}
