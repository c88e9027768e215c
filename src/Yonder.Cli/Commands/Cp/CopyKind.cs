namespace Yonder.Cli.Commands.Cp;

internal enum CopyKind
{
    File,
    Directory,
    Link,
    Other,
}
