namespace Yonder.Protocol.Processes;

/// <summary>The first byte of a binary message on the process socket: where the others come from or go to.</summary>
public static class ProcessChannel
{
    /// <summary>Standard input; a message with nothing behind this byte is its end.</summary>
    public const byte Input = 0;

    /// <summary>Standard output.</summary>
    public const byte Output = 1;

    /// <summary>Standard error.</summary>
    public const byte Error = 2;
}
