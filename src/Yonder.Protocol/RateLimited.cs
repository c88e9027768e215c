namespace Yonder.Protocol;

/// <summary>The body of an answer to too many requests.</summary>
/// <param name="Error">What happened.</param>
/// <param name="RetryAfter">In how many seconds to try again.</param>
/// <param name="Message">The same for people, with what to do.</param>
/// <param name="Code">A stable name to switch on.</param>
public sealed record RateLimited(string Error, int RetryAfter, string Message, string Code);
