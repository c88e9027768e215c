using System.Text;
using Yonder.Runtimes;

namespace Yonder.Drivers.Ssh.Sftp;

/// <summary>Turns answers of the server into the exceptions of the core.</summary>
internal static class SftpErrors
{
    /// <summary>Throws unless the answer is of the wanted type; for <see cref="SftpPacketType.Status"/>, unless it says OK.</summary>
    public static void Expect(this SftpResponse response, SftpPacketType type, RemotePath path)
    {
        if (response.Type == type && (type is not SftpPacketType.Status || response.StatusOf() is SftpStatus.Ok))
        {
            return;
        }

        throw response.Type is SftpPacketType.Status
            ? ToException(response, path)
            : new RuntimeException(RuntimeError.Failed, $"The SFTP server answered with an unexpected packet ({(int)response.Type}).");
    }

    public static SftpStatus StatusOf(this SftpResponse response)
        => response.Type is SftpPacketType.Status ? (SftpStatus)response.Read().Number() : SftpStatus.Ok;

    private static RuntimeException ToException(SftpResponse response, RemotePath path) => response.StatusOf() switch
    {
        SftpStatus.NoSuchFile => new(RuntimeError.NotFound, $"{path} does not exist."),
        SftpStatus.PermissionDenied => new(RuntimeError.AccessDenied, $"{path}: permission denied."),
        SftpStatus.BadMessage => new(RuntimeError.InvalidRequest, $"{path}: the host takes no such name."),
        SftpStatus.Unsupported => new(RuntimeError.NotSupported, $"{path}: the SFTP server cannot do this."),
        SftpStatus.NoConnection or SftpStatus.ConnectionLost => new(RuntimeError.Unreachable, "The SFTP server lost its connection."),
        _ => new(RuntimeError.Failed, $"{path}: {MessageOf(response)}."),
    };

    private static string MessageOf(SftpResponse response)
    {
        var reader = response.Read();
        reader.Number();
        return reader.IsEmpty ? "the SFTP server refused" : Encoding.UTF8.GetString(reader.Text());
    }
}
