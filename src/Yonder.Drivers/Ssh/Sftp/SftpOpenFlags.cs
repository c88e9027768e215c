namespace Yonder.Drivers.Ssh.Sftp;

/// <summary>How a file is opened (draft-ietf-secsh-filexfer-02 §6.3).</summary>
[Flags]
internal enum SftpOpenFlags : uint
{
    None = 0,
    Read = 1,
    Write = 2,
    Create = 8,
    Exclusive = 32,
}
