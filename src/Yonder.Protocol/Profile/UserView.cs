namespace Yonder.Protocol.Profile;

/// <summary>A user, as that user sees it.</summary>
public sealed record UserView
{
    /// <summary>Gets the id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the e-mail address; empty when none was given.</summary>
    public string Email { get; init; } = "";

    /// <summary>Gets the name.</summary>
    public required string Username { get; init; }

    /// <summary>Gets whether the address was proven to be the user's.</summary>
    public bool Verified { get; init; }

    /// <summary>Gets whether the user pays.</summary>
    public bool SubscriptionActive { get; init; }

    /// <summary>Gets whether the user may administer the gateway.</summary>
    public bool IsAdmin { get; init; }

    /// <summary>Gets the plan: <c>guest</c>, <c>free</c>, <c>pro</c> or <c>enterprise</c>.</summary>
    public required string Tier { get; init; }

    /// <summary>Gets whether signing in takes a second factor.</summary>
    public bool MfaEnabled { get; init; }

    /// <summary>Gets whether signing in ends the sessions before it.</summary>
    public bool SingleSessionMode { get; init; }

    /// <summary>Gets when the user was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}
