using System.Diagnostics.CodeAnalysis;
using Yonder.Runtimes;
using Yonder.Runtimes.Keeper;

namespace Yonder.Gateway.Platform.Terminals;

/// <summary>What makes a session: whose it is, where it runs, and its name. The keeper's key says all three, so that nothing else has to be remembered.</summary>
internal readonly record struct TerminalKey(string Owner, RuntimeId Runtime, string Name)
{
    private const string Prefix = "terminal";
    private const char Separator = ':';

    /// <summary>Gets the keeper's name for it.</summary>
    /// <exception cref="RuntimeException">The name has characters that a session's cannot have, or is too long.</exception>
    public KeptKey Kept => !Name.Contains(Separator, StringComparison.Ordinal) && KeptKey.TryParse($"{Prefix}{Separator}{Owner}{Separator}{Runtime}{Separator}{Name}", provider: null, out var key)
        ? key
        : throw new RuntimeException(RuntimeError.InvalidRequest, "A terminal session's name has up to 40 letters, digits, '-', '_' and '.'.");

    public static bool TryParse(KeptKey kept, [NotNullWhen(true)] out TerminalKey? key)
    {
        key = kept.Value.Split(Separator) is [Prefix, var owner, var runtime, var name] ? new TerminalKey(owner, new RuntimeId(runtime), name) : null;
        return key is not null;
    }
}
