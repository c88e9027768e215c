using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Problems;
using Yonder.Runtimes;

namespace Yonder.Gateway.Features.PortForwards.Proxy;

/// <summary>Passes HTTP on to a forward's port, upgrades such as WebSockets included.</summary>
internal static class ProxyEndpoint
{
    // Whoever may use it is decided here and not before: a public forward asks for nothing but its id.
    public static void Map(RouteGroupBuilder group) => group.Map("/{forwardId}/{**path}", PassAsync).AllowAnonymous().WithName("ProxyPortForward");

    private static async Task PassAsync(HttpContext context, string forwardId, PortForwardSet forwards, ForwardClient client)
    {
        var forward = Find(context, forwardId, forwards);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }

        using var request = MakeRequest(context, forward);
        using var response = await SendAsync(client, forward, request, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        ProxyHeaders.CopyResponse(response, context.Response);
        if (response.StatusCode is HttpStatusCode.SwitchingProtocols)
        {
            await CarryAsync(context, response);
            return;
        }

        await using var content = await response.Content.ReadAsStreamAsync(context.RequestAborted);
        await CopyAsync(content, context);
    }

    private static PortForwardRecord Find(HttpContext context, string forwardId, PortForwardSet forwards)
    {
        var forward = forwards.Find(forwardId)?.Record;
        if (forward is { IsPublic: true })
        {
            return forward;
        }

        var caller = Caller.TryOf(context) ?? throw new ProblemException(AuthProblems.TokenRequired);
        return forward is not null && string.Equals(forward.Owner, caller.UserId, StringComparison.Ordinal) ? forward : throw new ProblemException(ForwardProblems.NotFound);
    }

    private static HttpRequestMessage MakeRequest(HttpContext context, PortForwardRecord forward)
    {
        var prefix = $"/p/{forward.Id}";
        var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), Target(context, prefix, forward.ContainerPort))
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = HasBody(context) ? new StreamContent(context.Request.Body) : null,
        };
        ProxyHeaders.CopyRequest(context.Request, request, prefix, forward.ContainerPort);
        if (context.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true })
        {
            request.Headers.TryAddWithoutValidation("Connection", "Upgrade");
            request.Headers.TryAddWithoutValidation("Upgrade", context.Request.Headers.Upgrade.ToString());
        }

        return request;
    }

    /// <summary>What the client asked for behind the prefix, byte for byte: decoding and encoding again would change it.</summary>
    private static Uri Target(HttpContext context, string prefix, int port)
    {
        var raw = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var rest = raw.Length > prefix.Length && raw.StartsWith(prefix, StringComparison.Ordinal) ? raw[prefix.Length..] : "/";
        var text = $"http://localhost:{port}{(rest.StartsWith('/') ? rest : "/" + rest)}";
        return new Uri(context.WebSockets.IsWebSocketRequest ? WithoutToken(text) : text, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
    }

    private static string WithoutToken(string address)
    {
        var question = address.IndexOf('?', StringComparison.Ordinal);
        return question < 0
            ? address
            : address[..question] + new StringBuilder("?").AppendJoin('&', address[(question + 1)..].Split('&').Where(part => !part.StartsWith("token=rexec_", StringComparison.Ordinal)));
    }

    private static bool HasBody(HttpContext context) => context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody is true;

    private static async Task<HttpResponseMessage> SendAsync(ForwardClient client, PortForwardRecord forward, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await client.SendAsync(forward, request, cancellationToken);
        }
        catch (HttpRequestException failure)
        {
            throw failure.InnerException is RuntimeException runtime
                ? runtime
                : new RuntimeException(RuntimeError.Unreachable, $"Port {forward.ContainerPort} of the container does not answer HTTP.", failure);
        }
    }

    private static async Task CopyAsync(Stream content, HttpContext context)
    {
        var buffer = new byte[32 * 1024];
        int count;
        while ((count = await content.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            // Written as it comes: event streams and progress are of no use later.
            await context.Response.Body.WriteAsync(buffer.AsMemory(0, count), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    private static async Task CarryAsync(HttpContext context, HttpResponseMessage response)
    {
        context.Response.Headers.Connection = "Upgrade";
        context.Response.Headers.Upgrade = response.Headers.Upgrade.ToString();
        await using var outside = await context.Features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync();
        await using var inside = await response.Content.ReadAsStreamAsync(context.RequestAborted);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);

        // Neither side can be half-closed here, and the protocols that upgrade do not need it: the first end is the end.
        var both = new[] { outside.CopyToAsync(inside, ended.Token), inside.CopyToAsync(outside, ended.Token) };
        await Task.WhenAny(both);
        await ended.CancelAsync();
        await Task.WhenAll(both).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
