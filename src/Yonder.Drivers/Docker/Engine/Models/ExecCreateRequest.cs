namespace Yonder.Drivers.Docker.Engine.Models;

/// <summary>The wish for a process in a running container.</summary>
internal sealed record ExecCreateRequest
{
    public bool AttachStdin { get; init; } = true;

    public bool AttachStdout { get; init; } = true;

    public bool AttachStderr { get; init; } = true;

    public bool Tty { get; init; }

    /// <summary>Gets rows and columns; engines before API 1.42 do not know it.</summary>
    public IReadOnlyList<int>? ConsoleSize { get; init; }

    /// <summary>Gets the keys that make the engine hang up, with commas between them.</summary>
    public string? DetachKeys { get; init; }

    public string? User { get; init; }

    public string? WorkingDir { get; init; }

    public IReadOnlyList<string>? Env { get; init; }

    public required IReadOnlyList<string> Cmd { get; init; }
}
