using System.Diagnostics.CodeAnalysis;

namespace Yonder.Runtimes.Keeper;

/// <summary>Names one kept terminal or process, chosen by whoever starts it, e.g. <c>term-5f3a</c>.</summary>
public readonly record struct KeptKey(string Value) : IParsable<KeptKey>
{
    /// <inheritdoc/>
    public static KeptKey Parse(string s, IFormatProvider? provider)
        => TryParse(s, provider, out var key) ? key : throw new FormatException($"'{s}' is not the key of a terminal or process.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out KeptKey result)
    {
        var valid = s is { Length: > 0 and <= 128 } && s.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':');
        result = valid ? new KeptKey(s!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
