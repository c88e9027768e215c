namespace Yonder.Client.Processes;

/// <summary>Bytes that a process wrote.</summary>
/// <param name="IsError">Whether to standard error.</param>
/// <param name="Bytes">The bytes; valid until the next ones are read.</param>
public readonly record struct ProcessOutput(bool IsError, ReadOnlyMemory<byte> Bytes);
