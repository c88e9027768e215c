namespace Yonder.Protocol.Profile;

/// <summary>A guest who has signed in.</summary>
public sealed record GuestSession
{
    /// <summary>Gets the token to send from now on.</summary>
    public required string Token { get; init; }

    /// <summary>Gets the account.</summary>
    public required UserView User { get; init; }

    /// <summary>Gets whether this is a guest: always.</summary>
    public bool Guest { get; init; } = true;

    /// <summary>Gets for how many seconds the token works.</summary>
    public int ExpiresIn { get; init; }

    /// <summary>Gets whether the account was there before.</summary>
    public bool ReturningGuest { get; init; }

    /// <summary>Gets how many containers the account has.</summary>
    public int Containers { get; init; }

    /// <summary>Gets a sentence for people.</summary>
    public string? Message { get; init; }
}
