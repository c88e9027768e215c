using Yonder.Runtimes;

namespace Yonder.Gateway.Platform.Problems;

/// <summary>How each <see cref="RuntimeError"/> is answered.</summary>
internal static class RuntimeProblems
{
    public static Problem ToProblem(this RuntimeException exception)
    {
        var (status, code) = Describe(exception.Error);
        return new Problem(status, code, exception.Message);
    }

    public static (int Status, string Code) Describe(RuntimeError error) => error switch
    {
        RuntimeError.UnknownDriver => (StatusCodes.Status400BadRequest, "runtime.unknown_driver"),
        RuntimeError.Unreachable => (StatusCodes.Status502BadGateway, "runtime.unreachable"),
        RuntimeError.AccessDenied => (StatusCodes.Status403Forbidden, "runtime.access_denied"),
        RuntimeError.NotSupported => (StatusCodes.Status409Conflict, "runtime.not_supported"),
        RuntimeError.NotFound => (StatusCodes.Status404NotFound, "runtime.not_found"),
        RuntimeError.ImageNotFound => (StatusCodes.Status422UnprocessableEntity, "runtime.image_not_found"),
        RuntimeError.AlreadyExists => (StatusCodes.Status409Conflict, "runtime.already_exists"),
        RuntimeError.InvalidRequest => (StatusCodes.Status400BadRequest, "runtime.invalid_request"),
        RuntimeError.WrongState => (StatusCodes.Status409Conflict, "runtime.wrong_state"),
        RuntimeError.IsDirectory => (StatusCodes.Status400BadRequest, "runtime.is_directory"),
        RuntimeError.NotDirectory => (StatusCodes.Status400BadRequest, "runtime.not_directory"),
        RuntimeError.NotEmpty => (StatusCodes.Status409Conflict, "runtime.not_empty"),
        RuntimeError.NoSpace => (StatusCodes.Status507InsufficientStorage, "runtime.no_space"),
        RuntimeError.LimitReached => (StatusCodes.Status403Forbidden, "runtime.limit_reached"),
        RuntimeError.TimedOut => (StatusCodes.Status504GatewayTimeout, "runtime.timed_out"),
        RuntimeError.Failed => (StatusCodes.Status500InternalServerError, "runtime.failed"),
        _ => throw new ArgumentOutOfRangeException(nameof(error), error, "This error has no status yet."),
    };
}
