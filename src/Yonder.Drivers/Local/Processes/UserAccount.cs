using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Yonder.Drivers.Local.Native;
using Yonder.Runtimes;

namespace Yonder.Drivers.Local.Processes;

/// <summary>A user of this machine.</summary>
internal sealed record UserAccount(uint User, uint Group, string Name, string Home, string Shell)
{
    private const int BufferSize = 16 << 10;
    private const int MaxGroups = 1024;

    /// <summary>Gets whom our own process runs as.</summary>
    public static UserAccount Current { get; } = ByNumber(Libc.GetEffectiveUser())
        ?? new(Libc.GetEffectiveUser(), Libc.GetEffectiveGroup(), "user", Environment.GetEnvironmentVariable("HOME") ?? "/", "/bin/sh");

    /// <summary>Finds a user by name, number, or number:number of user and group.</summary>
    /// <exception cref="RuntimeException">There is none.</exception>
    public static UserAccount Find(string text)
    {
        var parts = text.Split(':');
        if (uint.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var user))
        {
            var known = ByNumber(user) ?? new(user, user, parts[0], "/", "/bin/sh");
            return parts switch
            {
                [_] => known,
                [_, var second] when uint.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var group) => known with { Group = group },
                _ => throw Unknown(text),
            };
        }

        return ByName(text) ?? throw Unknown(text);
    }

    /// <summary>Makes the calling thread act as this user, for good.</summary>
    /// <remarks>By the kernel's own calls: the C library's would change every thread of the process.</remarks>
    /// <exception cref="RuntimeException">We may not.</exception>
    public unsafe void Become()
    {
        var groups = stackalloc uint[MaxGroups];
        var count = MaxGroups;
        fixed (byte* name = NativeStrings.Terminated(Encoding.UTF8.GetBytes(Name)))
        {
            if (Libc.GroupsOf(name, Group, groups, &count) < 0)
            {
                throw new RuntimeException(RuntimeError.Failed, $"User '{Name}' is in too many groups.");
            }
        }

        if (Libc.Syscall(CallNumbers.SetGroups, count, (nint)groups, 0, 0) is not 0
            || Libc.Syscall(CallNumbers.SetGroup, (nint)Group, (nint)Group, (nint)Group, 0) is not 0
            || Libc.Syscall(CallNumbers.SetUser, (nint)User, (nint)User, (nint)User, 0) is not 0)
        {
            throw new RuntimeException(RuntimeError.AccessDenied, $"Only root may run commands as another user ('{Name}').");
        }
    }

    private static RuntimeException Unknown(string text) => new(RuntimeError.NotFound, $"There is no user '{text}' here.");

    private static unsafe UserAccount? ByName(string name)
    {
        var buffer = stackalloc byte[BufferSize];
        PasswordEntry entry;
        PasswordEntry* found = null;
        var terminated = NativeStrings.Terminated(NativeStrings.Bytes(name));
        return Libc.UserByName(terminated, &entry, buffer, BufferSize, &found) is 0 && found is not null ? Of(found) : null;
    }

    private static unsafe UserAccount? ByNumber(uint number)
    {
        var buffer = stackalloc byte[BufferSize];
        PasswordEntry entry;
        PasswordEntry* found = null;
        return Libc.UserByNumber(number, &entry, buffer, BufferSize, &found) is 0 && found is not null ? Of(found) : null;
    }

    private static unsafe UserAccount Of(PasswordEntry* entry)
        => new(entry->User, entry->Group, Text(entry->Name), Text(entry->Home), Text(entry->Shell) is { Length: > 0 } shell ? shell : "/bin/sh");

    private static unsafe string Text(byte* text) => Marshal.PtrToStringUTF8((nint)text) ?? "";
}
