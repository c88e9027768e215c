namespace Yonder.Gateway.Features.Recordings;

/// <summary>What a cast holds.</summary>
internal readonly record struct CastFacts(TimeSpan Duration, long Events, long Size);
