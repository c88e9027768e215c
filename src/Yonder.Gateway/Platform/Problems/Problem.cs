namespace Yonder.Gateway.Platform.Problems;

/// <summary>An error as it is answered, in whatever dialect the route speaks.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The stable dotted name that clients switch on.</param>
/// <param name="Message">For people: what happened and what to do. No secrets, no paths of ours.</param>
internal sealed record Problem(int Status, string Code, string Message);
