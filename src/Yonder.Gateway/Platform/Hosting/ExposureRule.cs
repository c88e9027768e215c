namespace Yonder.Gateway.Platform.Hosting;

/// <summary>Tokens that cross a network in the clear are given away: beyond loopback it is TLS, or the owner's word that the network is safe.</summary>
internal static class ExposureRule
{
    /// <summary>Checks what was asked for.</summary>
    /// <exception cref="StartException">It would give tokens away.</exception>
    public static void Check(GatewayOptions options)
    {
        if (options is { KeyFile: not null, CertificateFile: null })
        {
            throw new StartException("--key needs --cert beside it.");
        }

        if (!ListenAddress.Parse(options.Listen).IsLoopback && options is { CertificateFile: null, AllowInsecure: false })
        {
            throw new StartException(
                $"Listening on {options.Listen} would send tokens over the network unprotected. Give --cert and --key for HTTPS, or --insecure if the network is safe (a VPN, a TLS proxy in front).");
        }
    }
}
