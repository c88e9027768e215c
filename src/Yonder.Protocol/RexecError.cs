namespace Yonder.Protocol;

/// <summary>The error body of the Rexec dialect. Clients read <paramref name="Error"/> first; <paramref name="Message"/> says the same.</summary>
/// <param name="Error">What happened and what to do.</param>
/// <param name="Message">The same text, for clients that read this field.</param>
/// <param name="Code">A stable name to switch on.</param>
public sealed record RexecError(string Error, string? Message = null, string? Code = null);
