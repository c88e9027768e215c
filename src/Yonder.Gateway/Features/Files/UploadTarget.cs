using Yonder.Runtimes;

namespace Yonder.Gateway.Features.Files;

/// <summary>Where an upload goes, and how.</summary>
/// <param name="Runtime">The runtime.</param>
/// <param name="Path">The file.</param>
/// <param name="Mode">The permission bits to give it; what it has, or the usual ones, when <see langword="null"/>.</param>
internal sealed record UploadTarget(IRuntime Runtime, RemotePath Path, int? Mode);
