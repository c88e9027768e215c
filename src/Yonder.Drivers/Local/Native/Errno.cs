namespace Yonder.Drivers.Local.Native;

/// <summary>The error numbers of Linux that are told apart.</summary>
internal static class Errno
{
    public const int OperationNotPermitted = 1;
    public const int NoEntry = 2;
    public const int NoProcess = 3;
    public const int Interrupted = 4;
    public const int InputOutput = 5;
    public const int ArgumentsTooLong = 7;
    public const int NotExecutableFormat = 8;
    public const int BadDescriptor = 9;
    public const int NoChild = 10;
    public const int TryAgain = 11;
    public const int NoMemory = 12;
    public const int AccessDenied = 13;
    public const int Busy = 16;
    public const int Exists = 17;
    public const int CrossDevice = 18;
    public const int NotDirectory = 20;
    public const int IsDirectory = 21;
    public const int Invalid = 22;
    public const int TooManyFiles = 24;
    public const int TextBusy = 26;
    public const int FileTooBig = 27;
    public const int NoSpace = 28;
    public const int ReadOnly = 30;
    public const int BrokenPipe = 32;
    public const int NameTooLong = 36;
    public const int NotEmpty = 39;
    public const int LinkLoop = 40;
    public const int NoSuchDeviceOrAddress = 6;
    public const int OverQuota = 122;
}
