namespace Yonder.Runtimes;

/// <summary>Why a runtime operation failed, in terms a caller can act on.</summary>
public enum RuntimeError
{
    /// <summary>Something failed that has no better name.</summary>
    Failed,

    /// <summary>No driver answers to the target's scheme.</summary>
    UnknownDriver,

    /// <summary>The runtime, or the engine behind it, could not be reached.</summary>
    Unreachable,

    /// <summary>The runtime refused our credentials, or the place refuses the operation to this user.</summary>
    AccessDenied,

    /// <summary>The runtime lacks the capability.</summary>
    NotSupported,

    /// <summary>What was named does not exist: a runtime, a file, a program.</summary>
    NotFound,

    /// <summary>The image does not exist and could not be fetched.</summary>
    ImageNotFound,

    /// <summary>What was to be made exists already, under the same name.</summary>
    AlreadyExists,

    /// <summary>The request makes no sense as it stands: a name too long, a negative size.</summary>
    InvalidRequest,

    /// <summary>The runtime is in a state in which this cannot be done, e.g. an exec in a stopped container.</summary>
    WrongState,

    /// <summary>The path names a directory where a file is needed.</summary>
    IsDirectory,

    /// <summary>The path leads through something that is not a directory.</summary>
    NotDirectory,

    /// <summary>The directory still has entries.</summary>
    NotEmpty,

    /// <summary>The place has no room left: disk, memory, processes.</summary>
    NoSpace,

    /// <summary>A limit of ours or of the caller's plan was reached.</summary>
    LimitReached,

    /// <summary>It took longer than allowed.</summary>
    TimedOut,
}
