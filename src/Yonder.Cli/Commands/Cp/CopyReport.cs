namespace Yonder.Cli.Commands.Cp;

/// <summary>What a copy did.</summary>
internal sealed record CopyReport(int Files, int Directories, int Links, long Bytes, IReadOnlyList<CopyFailure> Failed);
