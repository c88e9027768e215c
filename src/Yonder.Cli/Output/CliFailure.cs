using System.Net;
using Yonder.Client;

namespace Yonder.Cli.Output;

/// <summary>A failure as it is told.</summary>
/// <param name="ExitCode">What the process exits with.</param>
/// <param name="Code">A stable name, for <c>--json</c>.</param>
/// <param name="Message">One line that says what to do.</param>
/// <param name="Status">The HTTP status, when the gateway answered.</param>
internal sealed record CliFailure(int ExitCode, string Code, string Message, int? Status = null)
{
    /// <summary>Explains an exception; <see langword="null"/> for one that is a defect of ours and should be seen as such.</summary>
    public static CliFailure? From(Exception exception, CliContext context) => exception switch
    {
        CliException own => new(own.ExitCode, own.Code, own.Message),
        YonderApiException answer => From(answer),
        YonderConnectionException lost => new(ExitCodes.Unreachable, "gateway_unreachable", lost.Message.TrimEnd('.') + ". " + Advice(context)),
        IOException or UnauthorizedAccessException => new(ExitCodes.Failed, "io_error", exception.Message),
        _ => null,
    };

    private static CliFailure From(YonderApiException answer)
    {
        var (exitCode, name) = answer.Status switch
        {
            HttpStatusCode.NotFound or HttpStatusCode.Gone => (ExitCodes.NotFound, "not_found"),
            HttpStatusCode.Unauthorized => (ExitCodes.Denied, "unauthorized"),
            HttpStatusCode.Forbidden => (ExitCodes.Denied, "forbidden"),
            HttpStatusCode.Conflict => (ExitCodes.Conflict, "conflict"),
            _ => (ExitCodes.Failed, "failed"),
        };
        return new(exitCode, answer.Code ?? name, answer.Message, (int)answer.Status);
    }

    private static string Advice(CliContext context)
        => context.Client.Address.IsLoopback ? "Is it running? Start it with: yonder serve" : "Check --gateway and the network.";
}
