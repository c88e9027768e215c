using System.Security.Cryptography;

namespace Yonder.Drivers.Docker.Terminals;

/// <summary>Engines watch what is typed into a terminal for a sequence to hang up at, Ctrl-P Ctrl-Q unless told another, and cannot be told none.</summary>
internal static class DetachKeys
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";
    private const int Length = 15;

    // An engine holds the first key back until it sees the next one, so it is the one that is missed least.
    private const string First = "ctrl-^";

    /// <summary>A sequence that nobody types and no data holds, short of knowing it.</summary>
    public static string Unlikely() => string.Join(',', RandomNumberGenerator.GetItems<char>(Letters, Length).Select(letter => $"ctrl-{letter}").Prepend(First));
}
