using System.Globalization;
using System.Text.RegularExpressions;
using Yonder.Gateway.Features.Terminals.Wire;
using Yonder.Protocol.Terminals;
using Yonder.Runtimes;
using Yonder.Runtimes.Terminals;

namespace Yonder.Gateway.Features.Terminals;

/// <summary>What the address of a terminal socket asks for.</summary>
internal sealed partial record TerminalQuery
{
    private static readonly Dictionary<string, string> ShellEnvironment = new(StringComparer.Ordinal)
    {
        ["TERM"] = "xterm-256color",
        ["COLORTERM"] = "truecolor",
        ["LANG"] = "C.UTF-8",
        ["LC_ALL"] = "C.UTF-8",
    };

    /// <summary>Gets the login shell, as it is when nobody says more.</summary>
    public static TerminalSpec DefaultSpec { get; } = new() { Environment = ShellEnvironment };

    /// <summary>Gets the session's name, made up when the client gives none.</summary>
    public required string Name { get; init; }

    /// <summary>Gets a value indicating whether nobody but this client can come back.</summary>
    public required bool IsFleeting { get; init; }

    /// <summary>Gets a value indicating whether the session was made for one socket: nobody else knows its name.</summary>
    public bool IsOwn => TerminalSessionName.IsOwn(Name);

    /// <summary>Gets the offset to go on from.</summary>
    public long? Since { get; init; }

    /// <summary>Gets a value indicating whether only new output is wanted.</summary>
    public bool FromEnd { get; init; }

    public required TerminalSpec Spec { get; init; }

    /// <summary>Gets the code of a sharing to come in by.</summary>
    public string? Share { get; init; }

    /// <summary>Reads the query.</summary>
    /// <exception cref="RuntimeException">Something in it cannot be.</exception>
    public static TerminalQuery Parse(IQueryCollection query)
    {
        var name = query[TerminalSocket.SessionParameter].ToString();
        var isOwn = name is "" || query["newSession"] == "true";
        if (!isOwn && !NamePattern().IsMatch(name))
        {
            throw new RuntimeException(RuntimeError.InvalidRequest, "A terminal session's name (id) has up to 40 letters, digits, '-', '_' and '.'.");
        }

        var since = query[TerminalSocket.SinceParameter].ToString();
        return new TerminalQuery
        {
            Name = isOwn ? TerminalSessionName.Create() : name,
            IsFleeting = isOwn || TerminalSessionName.IsEmbed(name),
            Since = since is "" or TerminalSocket.SinceEnd ? null : ParseOffset(since),
            FromEnd = since is TerminalSocket.SinceEnd,
            Spec = ParseSpec(query),
            Share = query["share"].ToString() is { Length: > 0 } code ? code : null,
        };
    }

    private static TerminalSpec ParseSpec(IQueryCollection query) => new()
    {
        Size = TerminalSizes.From(ParseCount(query[TerminalSocket.ColumnsParameter]), ParseCount(query[TerminalSocket.RowsParameter])) ?? TerminalSize.Default,
        Command = query[TerminalSocket.CommandParameter] switch
        {
            [] => null,
            [{ Length: > 0 } line] => ["/bin/sh", "-c", line],
            var arguments => [.. arguments.Select(argument => argument ?? "")],
        },
        WorkingDirectory = query[TerminalSocket.DirectoryParameter].ToString() is { Length: > 0 } directory ? RemotePath.Parse(directory) : null,
        Environment = ShellEnvironment,
    };

    private static long ParseOffset(string text)
        => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            ? offset
            : throw new RuntimeException(RuntimeError.InvalidRequest, "since is an offset in bytes, or 'end'.");

    /// <summary>A size that is no number is none: clients without a terminal of their own send all kinds of things.</summary>
    private static int ParseCount(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;

    [GeneratedRegex("^[A-Za-z0-9._-]{1,40}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();
}
