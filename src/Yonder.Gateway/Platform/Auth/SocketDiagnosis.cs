using System.Buffers.Binary;
using System.Net;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Yonder.Gateway.Platform.Auth;

/// <summary>Asks the kernel about one TCP socket over netlink (<c>sock_diag(7)</c>), as <c>ss</c> does.</summary>
internal static partial class SocketDiagnosis
{
    private const int AfNetlink = 16;
    private const int SockRawCloseOnExec = 3 | 0x80000;
    private const int NetlinkSockDiag = 4;
    private const ushort SockDiagByFamily = 20;
    private const ushort NetlinkError = 2;
    private const ushort Request = 1;
    private const byte Tcp = 6;
    private const byte AfInet = 2;
    private const byte AfInet6 = 10;
    private const byte StateListen = 10;
    private const int NoSuchEntry = -2;

    // struct nlmsghdr (16 bytes), then inet_diag_req_v2 (8 and a socket id of 48), or inet_diag_msg (4, a socket id, and counters).
    private const int RequestLength = 72;
    private const int RequestId = 24;
    private const int AnswerId = 20;
    private const int AnswerUser = 80;
    private const int AnswerInode = 84;
    private const int AnswerLength = 88;

    /// <summary>Finds who holds the socket at <paramref name="peer"/> that is connected to <paramref name="us"/>.</summary>
    /// <returns>Whether the kernel could be asked; then <paramref name="holder"/> is <see langword="null"/> for a socket that is not there or nobody's.</returns>
    public static bool TryFind(IPEndPoint peer, IPEndPoint us, out SocketHolder? holder)
    {
        holder = null;
        using var socket = OpenSocket(AfNetlink, SockRawCloseOnExec, NetlinkSockDiag);
        Span<byte> message = stackalloc byte[RequestLength];
        Write(message, peer, us);
        Span<byte> answer = stackalloc byte[1024];
        if (socket.IsInvalid || Send(socket, message, message.Length, 0) != message.Length)
        {
            return false;
        }

        var length = (int)Receive(socket, answer, answer.Length, 0);
        if (length < 20)
        {
            return false;
        }

        var type = BitConverter.ToUInt16(answer[4..]);
        if (type is NetlinkError)
        {
            return BitConverter.ToInt32(answer[16..]) is NoSuchEntry;
        }

        holder = type is SockDiagByFamily && length >= AnswerLength ? HolderIn(answer, message) : null;
        return type is SockDiagByFamily;
    }

    // Without an exact match the kernel answers with a listener on that port; and a socket that its program closed has no inode and proves nothing.
    private static SocketHolder? HolderIn(ReadOnlySpan<byte> answer, ReadOnlySpan<byte> message)
        => answer[17] is not StateListen
            && answer.Slice(AnswerId, 4).SequenceEqual(message.Slice(RequestId, 4))
            && BitConverter.ToUInt32(answer[AnswerInode..]) is not 0
                ? new(BitConverter.ToUInt32(answer[AnswerUser..]), BitConverter.ToUInt32(answer[AnswerInode..]))
                : null;

    private static void Write(Span<byte> message, IPEndPoint peer, IPEndPoint us)
    {
        var peerAddress = Plain(peer.Address);
        message.Clear();
        BitConverter.TryWriteBytes(message, RequestLength);
        BitConverter.TryWriteBytes(message[4..], SockDiagByFamily);
        BitConverter.TryWriteBytes(message[6..], Request);
        message[16] = peerAddress.GetAddressBytes().Length is 4 ? AfInet : AfInet6;
        message[17] = Tcp;
        message[20..24].Fill(0xff); // in any state

        // struct inet_diag_sockid, seen from the peer: its port and address, ours, any interface, no cookie.
        BinaryPrimitives.WriteUInt16BigEndian(message[RequestId..], (ushort)peer.Port);
        BinaryPrimitives.WriteUInt16BigEndian(message[(RequestId + 2)..], (ushort)us.Port);
        peerAddress.TryWriteBytes(message.Slice(RequestId + 4, 16), out _);
        Plain(us.Address).TryWriteBytes(message.Slice(RequestId + 20, 16), out _);
        message[(RequestId + 40)..].Fill(0xff);
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    [LibraryImport("libc", EntryPoint = "socket", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial SafeFileHandle OpenSocket(int family, int type, int protocol);

    [LibraryImport("libc", EntryPoint = "send", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint Send(SafeFileHandle socket, ReadOnlySpan<byte> buffer, nint length, int flags);

    [LibraryImport("libc", EntryPoint = "recv", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint Receive(SafeFileHandle socket, Span<byte> buffer, nint length, int flags);
}
