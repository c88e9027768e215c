namespace Yonder.Protocol.Containers;

/// <summary>How many containers the caller has.</summary>
/// <param name="Total">All of them.</param>
/// <param name="Running">Those that run.</param>
/// <param name="Stopped">Those that do not.</param>
/// <param name="ByUser">Their number for each owner whom the caller may see.</param>
/// <param name="ByImage">Their number for each image.</param>
public sealed record ContainerStats(int Total, int Running, int Stopped, IReadOnlyDictionary<string, int> ByUser, IReadOnlyDictionary<string, int> ByImage);
