using System.Net;
using Yonder.Client.Containers;
using Yonder.Client.Files;
using Yonder.Client.Http;
using Yonder.Client.PortForwards;
using Yonder.Client.Processes;
using Yonder.Client.Recordings;
using Yonder.Client.Sharing;
using Yonder.Client.Status;
using Yonder.Client.Terminals;
using Yonder.Client.Tokens;

namespace Yonder.Client;

/// <summary>A client of one gateway. Thread-safe; make one and keep it.</summary>
/// <remarks>Every call throws <see cref="YonderApiException"/> when the gateway refuses, and <see cref="YonderConnectionException"/> when it cannot be reached.</remarks>
/// <example>
/// <code>
/// await using var client = new YonderClient();                     // YONDER_URL, YONDER_TOKEN, or the gateway on this machine
/// var container = await client.Containers.CreateAsync("ubuntu:24.04", name: "my-sandbox");
///
/// await client.Files.UploadAsync(container.Id, "/home/user/hello.py", "print('hello')"u8.ToArray());
/// var result = await client.Containers.ExecAsync(container.Id, ["python3", "hello.py"]);
/// Console.WriteLine(result.Stdout);
///
/// await using (var terminal = await client.Terminals.ConnectAsync(container.Id))
/// {
///     await terminal.WriteAsync("echo 'Hello from Yonder!'; exit\n");
///     await foreach (var bytes in terminal)
///         Console.Write(Encoding.UTF8.GetString(bytes.Span));
/// }
///
/// await client.Containers.DeleteAsync(container.Id);
/// </code>
/// </example>
public sealed class YonderClient : IAsyncDisposable, IDisposable
{
    private readonly HttpClient? _owned;

    /// <summary>Makes a client of the gateway that <c>YONDER_URL</c> names, or the one on this machine.</summary>
    public YonderClient()
        : this(new YonderClientOptions())
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="address">The gateway's address, e.g. <c>https://yonder.example.com</c>.</param>
    /// <param name="token">The API token; <c>YONDER_TOKEN</c> when <see langword="null"/>.</param>
    public YonderClient(string address, string? token = null)
        : this(new YonderClientOptions { BaseAddress = new Uri(address), Token = token })
    {
    }

    /// <summary>Makes a client.</summary>
    public YonderClient(YonderClientOptions options)
        : this(NewHttp(new GatewayAddress(options?.BaseAddress).Base), options!, owns: true) // a null is refused below
    {
    }

    /// <summary>Makes a client that calls through <paramref name="http"/>, which stays the caller's. Its timeout applies besides the client's own.</summary>
    public YonderClient(HttpClient http, YonderClientOptions? options = null)
        : this(http, options ?? new YonderClientOptions { BaseAddress = http?.BaseAddress }, owns: false)
    {
    }

    private YonderClient(HttpClient http, YonderClientOptions options, bool owns)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        _owned = owns ? http : null;
        var token = options.Token ?? Environment.GetEnvironmentVariable(YonderClientOptions.TokenVariable);
        var gateway = new GatewayHttp(http, new GatewayAddress(options.BaseAddress ?? http.BaseAddress), string.IsNullOrWhiteSpace(token) ? null : token.Trim(), options);
        Address = gateway.Address.Base;
        Containers = new ContainersClient(gateway);
        Files = new FilesClient(gateway);
        Terminals = new TerminalsClient(gateway);
        PortForwards = new PortForwardsClient(gateway);
        Processes = new ProcessesClient(gateway);
        Recordings = new RecordingsClient(gateway);
        Sharing = new SharingClient(gateway);
        Tokens = new TokensClient(gateway);
        System = new StatusClient(gateway);
    }

    /// <summary>Gets the gateway's address.</summary>
    public Uri Address { get; }

    /// <summary>Gets containers: make, list, start, stop, delete, run commands.</summary>
    public ContainersClient Containers { get; }

    /// <summary>Gets files in containers.</summary>
    public FilesClient Files { get; }

    /// <summary>Gets terminals in containers.</summary>
    public TerminalsClient Terminals { get; }

    /// <summary>Gets ways to ports in containers.</summary>
    public PortForwardsClient PortForwards { get; }

    /// <summary>Gets commands with their streams open.</summary>
    public ProcessesClient Processes { get; }

    /// <summary>Gets recordings of terminals.</summary>
    public RecordingsClient Recordings { get; }

    /// <summary>Gets terminals shared by a code.</summary>
    public SharingClient Sharing { get; }

    /// <summary>Gets API tokens.</summary>
    public TokensClient Tokens { get; }

    /// <summary>Gets the gateway's own health and version.</summary>
    public StatusClient System { get; }

    /// <inheritdoc/>
    public void Dispose() => _owned?.Dispose();

    /// <summary>Closes the connections, open terminals and streams included.</summary>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The client limits its calls itself, and streams are not limited at all.</summary>
    private static HttpClient NewHttp(Uri address)
        => new(new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseCookies = false,
            UseProxy = !address.IsLoopback,
        })
        { Timeout = Timeout.InfiniteTimeSpan };
}
