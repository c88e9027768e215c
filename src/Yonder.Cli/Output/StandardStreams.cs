namespace Yonder.Cli.Output;

/// <summary>The process's own streams, unbuffered and as bytes.</summary>
internal static class StandardStreams
{
    public static Stream OpenOutput() => new DescriptorStream(1);

    public static Stream OpenError() => new DescriptorStream(2);
}
