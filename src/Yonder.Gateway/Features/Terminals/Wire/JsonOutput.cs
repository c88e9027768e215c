namespace Yonder.Gateway.Features.Terminals.Wire;

/// <summary>Output in JSON objects, each with the offset to come back at.</summary>
internal sealed class JsonOutput(JsonFrames frames) : CharacterOutput(MaxData)
{
    /// <summary>A control character becomes six bytes, so this keeps every frame below 100 KB.</summary>
    private const int MaxData = 16 * 1024;

    protected override ValueTask SendCharactersAsync(ReadOnlyMemory<byte> piece, long? end, CancellationToken cancellationToken)
        => frames.SendOutputAsync(piece, end, cancellationToken);
}
