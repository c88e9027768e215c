using System.Runtime.InteropServices;
using Yonder.Runtimes;

namespace Yonder.Drivers.Local.Native;

/// <summary>A vector of C strings, as exec takes it. Text stands for bytes as in <see cref="RemotePath"/>.</summary>
internal sealed unsafe class NativeStrings : IDisposable
{
    public NativeStrings(IReadOnlyList<byte[]> strings)
    {
        var table = (nuint)(strings.Count + 1) * (nuint)sizeof(byte*);
        var size = table + (nuint)strings.Sum(text => text.Length + 1);
        Pointer = (byte**)NativeMemory.Alloc(size);
        var next = (byte*)Pointer + table;
        for (var i = 0; i < strings.Count; i++)
        {
            Pointer[i] = next;
            strings[i].CopyTo(new Span<byte>(next, strings[i].Length));
            next += strings[i].Length;
            *next++ = 0;
        }

        Pointer[strings.Count] = null;
    }

    public byte** Pointer { get; }

    public void Dispose() => NativeMemory.Free(Pointer);

    /// <summary>The bytes of an argument or variable.</summary>
    /// <exception cref="RuntimeException">It holds a NUL.</exception>
    public static byte[] Bytes(string text)
        => text.Contains('\0', StringComparison.Ordinal)
            ? throw new RuntimeException(RuntimeError.InvalidRequest, "Arguments and variables hold no NUL characters.")
            : RemotePathText.Encode(text);

    /// <summary>The bytes of a path, with the terminator.</summary>
    public static byte[] Terminated(ReadOnlySpan<byte> path) => [.. path, 0];
}
