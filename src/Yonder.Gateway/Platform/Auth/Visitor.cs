using System.Net;

namespace Yonder.Gateway.Platform.Auth;

/// <summary>Where a request comes from, whoever makes it.</summary>
internal sealed record Visitor(string? Address, string? UserAgent)
{
    // What a client says of itself is kept, but not at any length.
    private const int LongestUserAgent = 300;

    public static Visitor Of(HttpContext context)
    {
        var agent = context.Request.Headers.UserAgent.ToString();
        return new Visitor(Plain(context.Connection.RemoteIpAddress)?.ToString(), agent.Length > LongestUserAgent ? agent[..LongestUserAgent] : agent);
    }

    private static IPAddress? Plain(IPAddress? address) => address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
}
