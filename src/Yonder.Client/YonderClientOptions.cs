namespace Yonder.Client;

/// <summary>Where the gateway is, who calls, and how patiently.</summary>
public sealed record YonderClientOptions
{
    /// <summary>The address that a gateway listens on unless told otherwise.</summary>
    public const string DefaultAddress = "http://127.0.0.1:23300";

    /// <summary>The environment variable with the gateway's address.</summary>
    public const string AddressVariable = "YONDER_URL";

    /// <summary>The environment variable with the API token.</summary>
    public const string TokenVariable = "YONDER_TOKEN";

    /// <summary>Gets the gateway's address, a path prefix included; <see cref="AddressVariable"/> or <see cref="DefaultAddress"/> when <see langword="null"/>.</summary>
    public Uri? BaseAddress { get; init; }

    /// <summary>Gets the API token; <see cref="TokenVariable"/> when <see langword="null"/>. A gateway on this machine needs none from the user that runs it.</summary>
    public string? Token { get; init; }

    /// <summary>Gets how long one answer may take. Streams (files, terminals, progress, events) are limited only until they begin.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets how often a call that may safely be repeated is tried again after the connection failed or the gateway was busy.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>Gets the wait before the first retry; it doubles each time.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Gets the clock that timeouts and waits go by.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
