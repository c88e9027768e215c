using System.Net.Http.Json;
using System.Text.Json;

namespace Yonder.Bench.Harness;

/// <summary>A gateway of our own build on a free port with an empty data folder.</summary>
internal sealed class GatewayProcess : IAsyncDisposable
{
    private const string Ready = "Yonder is listening on ";
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);
    private readonly ChildProcess _process;

    private GatewayProcess(ChildProcess process, Uri address)
    {
        _process = process;
        Address = address;
        Http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public double CpuSeconds => _process.CpuSeconds;

    public long ResidentBytes => _process.ResidentBytes;

    public static Task<GatewayProcess> StartAsync(BenchContext context, CancellationToken cancellationToken, params string[] more)
        => StartAsync(context, new Dictionary<string, string>(StringComparer.Ordinal), cancellationToken, more);

    public static async Task<GatewayProcess> StartAsync(
        BenchContext context, IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken, params string[] more)
    {
        var data = Path.Combine(context.Work, $"data-{Guid.NewGuid():N}");
        var process = ChildProcess.Start(context.Launcher, ["serve", "--listen", "127.0.0.1:0", "--scenes-listen", "127.0.0.1:0", "--data", data, "--no-browser", .. more], environment);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        while (await process.Output.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith(Ready, StringComparison.Ordinal))
            {
                return new(process, new Uri(line[Ready.Length..].Trim()));
            }
        }

        await process.DisposeAsync();
        throw new InvalidOperationException("The gateway ended before it was ready.");
    }

    /// <summary>Makes a container and waits until it runs.</summary>
    public async Task<string> CreateAsync(string image, CancellationToken cancellationToken)
    {
        using var response = await Http.PostAsJsonAsync("api/containers", new { image, name = $"bench-{Guid.NewGuid():N}"[..20] }, cancellationToken);
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"Create answered {(int)response.StatusCode}: {body}");
        }

        using var created = JsonDocument.Parse(body);
        var id = created.RootElement.GetProperty("id").GetString()!; // The field is a string in every version of the API.
        await RunAsync(id, cancellationToken, "true");
        return id;
    }

    /// <summary>Runs a command to its end.</summary>
    public async Task RunAsync(string id, CancellationToken cancellationToken, params string[] command)
    {
        using var response = await Http.PostAsJsonAsync($"api/containers/{id}/exec", new { command }, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public async Task DeleteAsync(string id, CancellationToken cancellationToken)
    {
        using var response = await Http.DeleteAsync($"api/containers/{id}", cancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        Http.Dispose();
        return _process.DisposeAsync();
    }
}
