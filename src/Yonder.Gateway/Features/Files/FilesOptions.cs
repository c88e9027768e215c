using System.ComponentModel.DataAnnotations;

namespace Yonder.Gateway.Features.Files;

/// <summary>How large things may be.</summary>
internal sealed class FilesOptions
{
    public const string Section = "Files";

    /// <summary>Gets the largest file that may be uploaded as it is or as a form, in bytes; no limit but the disk's when <see langword="null"/>.</summary>
    [Range(1, long.MaxValue)]
    public long? UploadLimit { get; init; }

    /// <summary>Gets the largest JSON body that carries a file, in bytes: such a file is held in memory.</summary>
    [Range(1, 1 << 30)]
    public long JsonUploadLimit { get; init; } = 140 << 20;

    /// <summary>Gets how many entries of one directory are listed at most.</summary>
    [Range(1, int.MaxValue)]
    public int ListLimit { get; init; } = 100_000;
}
