namespace Yonder.Client.Http;

/// <summary>The gateway's base address, and the addresses below it.</summary>
internal sealed class GatewayAddress
{
    public GatewayAddress(Uri? configured)
    {
        var address = configured ?? FromEnvironment();
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https"))
        {
            throw new ArgumentException($"'{address}' is not a gateway address: it looks like {YonderClientOptions.DefaultAddress}.", nameof(configured));
        }

        var prefix = address.GetLeftPart(UriPartial.Path);
        Base = new Uri(prefix.EndsWith('/') ? prefix : prefix + "/");
    }

    public Uri Base { get; }

    public Uri Http(string path) => new(Base, path);

    public Uri Socket(string path)
        => new UriBuilder(new Uri(Base, path)) { Scheme = Base.Scheme is "https" ? "wss" : "ws" }.Uri;

    private static Uri FromEnvironment()
    {
        var text = Environment.GetEnvironmentVariable(YonderClientOptions.AddressVariable);
        if (string.IsNullOrWhiteSpace(text))
        {
            return new Uri(YonderClientOptions.DefaultAddress);
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var address)
            ? address
            : throw new UriFormatException($"{YonderClientOptions.AddressVariable} is '{text}', which is not an address: it looks like {YonderClientOptions.DefaultAddress}.");
    }
}
