using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Yonder.Gateway.Tests.Platform.Hosting;

public sealed class TlsTests
{
    [Fact]
    public async Task With_a_certificate_it_serves_https_beyond_loopback_and_still_knows_its_own_user()
    {
        using var files = new TempFolder();
        var (certificate, key) = await MakeCertificateAsync(files.Path);
        await using var gateway = await GatewayFixture.StartAsync(options => options with { Listen = "0.0.0.0:0", CertificateFile = certificate, KeyFile = key });
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, presented, _, _) => presented?.Subject is "CN=yonder-test";
        using var http = new HttpClient(handler) { BaseAddress = gateway.Url };

        var answer = await JsonAnswer.SendAsync(http, HttpMethod.Get, "/api/auth/me");

        gateway.Url.Scheme.ShouldBe("https");
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Header("Strict-Transport-Security").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_read_is_said_so()
    {
        using var data = new TempFolder();
        var file = Path.Combine(data.Path, "bad.pem");
        await File.WriteAllTextAsync(file, "not a certificate");

        var (exitCode, _, errors) = await YonderProcess.RunAsync(data.Path, "--listen", "127.0.0.1:0", "--cert", file);

        exitCode.ShouldBe(1);
        errors.ShouldStartWith("yonder: The certificate in");
    }

    private static async Task<(string Certificate, string Key)> MakeCertificateAsync(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=yonder-test", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var (certificateFile, keyFile) = (Path.Combine(folder, "cert.pem"), Path.Combine(folder, "key.pem"));
        await File.WriteAllTextAsync(certificateFile, certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(keyFile, key.ExportPkcs8PrivateKeyPem());
        return (certificateFile, keyFile);
    }
}
