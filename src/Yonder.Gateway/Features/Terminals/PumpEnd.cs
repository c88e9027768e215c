namespace Yonder.Gateway.Features.Terminals;

/// <summary>Why output is no longer sent.</summary>
internal enum PumpEnd
{
    /// <summary>The program is gone and everything that it printed has been sent.</summary>
    Drained,

    /// <summary>Bytes are gone, and the client's dialect has no way to say so.</summary>
    Gap,

    /// <summary>The reader was closed from outside.</summary>
    Closed,

    /// <summary>The client is gone.</summary>
    Lost,
}
