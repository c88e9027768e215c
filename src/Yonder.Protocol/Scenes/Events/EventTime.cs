using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Events;

/// <summary>The time in a message: programs send milliseconds, browsers mostly seconds, some nothing.</summary>
internal static class EventTime
{
    // As seconds this is the year 5138, as milliseconds 1973: no sender means either.
    private const double Watershed = 1e11;

    public static DateTimeOffset? Read(PackedValue value)
    {
        if (value.Kind is not PackKind.Whole and not PackKind.Real)
        {
            return value is { Kind: PackKind.Extension } ? value.AsTimestamp() : null;
        }

        var number = value.AsDouble();
        var milliseconds = Math.Abs(number) < Watershed ? number * 1000 : number;
        return Math.Abs(milliseconds) < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds)
            : null;
    }
}
