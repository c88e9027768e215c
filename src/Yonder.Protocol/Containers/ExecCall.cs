using System.Text.Json.Serialization;

namespace Yonder.Protocol.Containers;

/// <summary>A command as any client sends it: under either name, as a vector or as a line for the shell.</summary>
public sealed record ExecCall
{
    /// <summary>Gets the program and its arguments; a single text has become <c>/bin/sh -c TEXT</c>.</summary>
    [JsonConverter(typeof(ExecCommandConverter))]
    public IReadOnlyList<string>? Command { get; init; }

    /// <summary>Gets the same under the other name.</summary>
    [JsonConverter(typeof(ExecCommandConverter))]
    public IReadOnlyList<string>? Cmd { get; init; }

    /// <summary>Gets the directory to run in.</summary>
    public string? Workdir { get; init; }

    /// <summary>Gets variables, each <c>NAME=value</c>.</summary>
    public IReadOnlyList<string>? Env { get; init; }

    /// <summary>Gets the user to run as.</summary>
    public string? User { get; init; }

    /// <summary>Gets after how many seconds it is killed.</summary>
    public double? TimeoutSeconds { get; init; }
}
