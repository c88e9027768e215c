namespace Yonder.Bench.Report;

/// <summary>One line of the report: a figure of ours beside a peer's and a limit's, all taken in one run.</summary>
internal sealed record Row
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Unit { get; init; }

    /// <summary>Gets our median.</summary>
    public required double Ours { get; init; }

    public double? Peer { get; init; }

    public string? PeerName { get; init; }

    /// <summary>Gets what the machine itself can do, e.g. a bare read loop on the PTY.</summary>
    public double? Limit { get; init; }

    /// <summary>Gets ours divided by what the target names: the limit or the peer.</summary>
    public double? Ratio { get; init; }

    public required string Target { get; init; }

    public required bool Met { get; init; }
}
