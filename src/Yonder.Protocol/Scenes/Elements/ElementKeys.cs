using System.Globalization;

namespace Yonder.Protocol.Scenes.Elements;

/// <summary>Keys for elements that were given none: a number that grows in this process.</summary>
internal static class ElementKeys
{
    private static long _last;

    public static string Next() => Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
}
