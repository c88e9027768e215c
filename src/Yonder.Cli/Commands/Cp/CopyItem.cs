namespace Yonder.Cli.Commands.Cp;

/// <summary>One entry to copy.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Source">Its path at the source.</param>
/// <param name="Relative">Its path below what was named; empty for that itself.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Mode">Its permissions.</param>
/// <param name="LinkTarget">Where a link points.</param>
internal sealed record CopyItem(CopyKind Kind, string Source, string Relative, long Size, UnixFileMode Mode, string? LinkTarget);
