using System.Text;

namespace Yonder.Protocol.Scenes.Transport;

/// <summary>Gives the few event types of a connection out as the same strings again. It has a fixed number of places, so hostile names cost nothing that lasts.</summary>
internal sealed class NameCache
{
    private const int Places = 256;

    // Longer names are those of answers, which come once.
    private const int LongestKept = 32;

    private readonly (byte[] Utf8, string Name)[] _places = new (byte[], string)[Places];

    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestKept)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        ref var place = ref _places[Hash(utf8) % Places];
        if (place.Utf8 is null || !utf8.SequenceEqual(place.Utf8))
        {
            place = (utf8.ToArray(), Encoding.UTF8.GetString(utf8));
        }

        return place.Name;
    }

    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        var hash = 2166136261u;
        foreach (var value in utf8)
        {
            hash = (hash ^ value) * 16777619u;
        }

        return hash ^ (hash >> 16);
    }
}
