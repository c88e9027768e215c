using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Yonder.Gateway.Platform.Hosting;

/// <summary>Reads the certificate that HTTPS is served with, and the chain that clients need beside it.</summary>
internal static class ServerCertificate
{
    /// <summary>Reads PEM files.</summary>
    /// <exception cref="StartException">They cannot be read or do not belong together.</exception>
    public static HttpsConnectionAdapterOptions Load(string certificateFile, string? keyFile)
    {
        try
        {
            var chain = new X509Certificate2Collection();
            chain.ImportFromPemFile(certificateFile);
            return new HttpsConnectionAdapterOptions
            {
                ServerCertificate = X509Certificate2.CreateFromPemFile(certificateFile, keyFile ?? certificateFile),
                ServerCertificateChain = chain,
            };
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new StartException($"The certificate in {certificateFile} cannot be used: {exception.Message}", exception);
        }
    }
}
