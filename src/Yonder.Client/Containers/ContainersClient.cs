using System.Net;
using System.Runtime.CompilerServices;
using Yonder.Client.Http;
using Yonder.Protocol;
using Yonder.Protocol.Containers;

namespace Yonder.Client.Containers;

/// <summary>Makes containers, runs and ends them. Every method takes a container's id, a prefix of it of 12 characters or more, or its name.</summary>
public sealed class ContainersClient
{
    private const string Root = "api/containers";

    private readonly GatewayHttp _http;

    internal ContainersClient(GatewayHttp http) => _http = http;

    /// <summary>Lists the caller's containers.</summary>
    public Task<IReadOnlyList<Container>> ListAsync(CancellationToken cancellationToken = default)
        => _http.GetListAsync(Root, "containers", RexecJson.Default.IReadOnlyListContainer, cancellationToken);

    /// <summary>Describes one container.</summary>
    /// <exception cref="YonderApiException">There is no such container (404).</exception>
    public Task<Container> GetAsync(string id, CancellationToken cancellationToken = default)
        => _http.GetAsync(PathTo(id), RexecJson.Default.Container, cancellationToken);

    /// <summary>Makes and starts a container. It may be used at once: what is not ready yet is waited for.</summary>
    /// <param name="image">The image: a reference like <c>ubuntu:24.04</c> or a short name like <c>ubuntu</c>.</param>
    /// <param name="name">The name; one is made up when <see langword="null"/>.</param>
    /// <param name="environment">Environment variables of everything that runs in it.</param>
    /// <param name="labels">Labels to find it by.</param>
    /// <param name="cancellationToken">Stops the waiting, not the making.</param>
    public Task<Container> CreateAsync(
        string image,
        string? name = null,
        IReadOnlyDictionary<string, string>? environment = null,
        IReadOnlyDictionary<string, string>? labels = null,
        CancellationToken cancellationToken = default)
        => CreateAsync(new CreateContainerRequest { Image = image, Name = name, Environment = environment, Labels = labels }, cancellationToken);

    /// <summary>Makes and starts a container. It may be used at once: what is not ready yet is waited for.</summary>
    public Task<Container> CreateAsync(CreateContainerRequest request, CancellationToken cancellationToken = default)
        => _http.CallAsync(HttpMethod.Post, Root, GatewayHttp.Body(request, RexecJson.Default.CreateContainerRequest), RexecJson.Default.Container, cancellationToken);

    /// <summary>Makes and starts a container and tells each step; the last one holds the container. A failure is thrown, not told.</summary>
    /// <remarks>Leaving the enumeration stops the telling, not the making.</remarks>
    /// <exception cref="YonderApiException">The container could not be made.</exception>
    public async IAsyncEnumerable<CreateProgress> CreateWithProgressAsync(CreateContainerRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var body = GatewayHttp.Body(request, RexecJson.Default.CreateContainerRequest);
        using var response = await _http.OpenAsync(HttpMethod.Post, Root + "/stream", body, "text/event-stream", cancellationToken).ConfigureAwait(false);
        await foreach (var step in EventStream.ReadAsync(_http, response, RexecJson.Default.CreateProgress, cancellationToken).ConfigureAwait(false))
        {
            if (step.Error is { Length: > 0 } error)
            {
                throw new YonderApiException(HttpStatusCode.UnprocessableEntity, code: null, error);
            }

            yield return step;
            if (step.Complete)
            {
                yield break;
            }
        }

        throw new YonderConnectionException("The gateway broke off while it was making the container; list the containers to see what became of it.");
    }

    /// <summary>Starts a stopped container; one that runs is left alone.</summary>
    public Task StartAsync(string id, CancellationToken cancellationToken = default) => PostAsync(id, "start", cancellationToken);

    /// <summary>Stops a container: its programs are asked to end, and ended after 10 seconds.</summary>
    public Task StopAsync(string id, CancellationToken cancellationToken = default) => PostAsync(id, "stop", cancellationToken);

    /// <summary>Freezes all programs of a container.</summary>
    public Task PauseAsync(string id, CancellationToken cancellationToken = default) => PostAsync(id, "pause", cancellationToken);

    /// <summary>Lets a paused container go on.</summary>
    public Task ResumeAsync(string id, CancellationToken cancellationToken = default) => PostAsync(id, "resume", cancellationToken);

    /// <summary>Deletes a container with everything in it.</summary>
    public Task DeleteAsync(string id, CancellationToken cancellationToken = default)
        => _http.CallAsync(HttpMethod.Delete, PathTo(id), content: null, cancellationToken);

    /// <summary>Changes a container's name or limits.</summary>
    public Task<ContainerSettingsResult> UpdateAsync(string id, ContainerSettings settings, CancellationToken cancellationToken = default)
        => _http.CallAsync(
            HttpMethod.Patch, PathTo(id) + "/settings", GatewayHttp.Body(settings, RexecJson.Default.ContainerSettings), RexecJson.Default.ContainerSettingsResult, cancellationToken);

    /// <summary>Runs a command to its end and returns what it printed. For input, or output that is long or not text, use a terminal.</summary>
    /// <param name="id">The container.</param>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    public Task<ExecResult> ExecAsync(string id, IReadOnlyList<string> command, CancellationToken cancellationToken = default)
        => ExecAsync(id, new ExecRequest { Command = command }, cancellationToken);

    /// <summary>Runs a command to its end and returns what it printed. A command that fails is not an exception: look at the exit code.</summary>
    /// <exception cref="YonderApiException">The command could not be started (404), or ran too long (504).</exception>
    public Task<ExecResult> ExecAsync(string id, ExecRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var within = TimeSpan.FromSeconds(request.TimeoutSeconds ?? ExecRequest.DefaultTimeoutSeconds) + _http.Options.Timeout;
        return _http.CallAsync(
            within, HttpMethod.Post, PathTo(id) + "/exec", GatewayHttp.Body(request, RexecJson.Default.ExecRequest), RexecJson.Default.ExecResult, cancellationToken);
    }

    /// <summary>Tells what happens to the caller's containers: first what there is, then each change. Ends when the gateway stops.</summary>
    /// <exception cref="YonderConnectionException">The connection broke; what happened meanwhile shows in the list that a new call begins with.</exception>
    public IAsyncEnumerable<ContainerChange> WatchAsync(CancellationToken cancellationToken = default) => ContainerChanges.ReadAsync(_http, cancellationToken);

    /// <summary>Counts the caller's containers.</summary>
    public Task<ContainerStats> GetStatsAsync(CancellationToken cancellationToken = default) => _http.GetAsync("api/stats", RexecJson.Default.ContainerStats, cancellationToken);

    /// <summary>Lists the images with short names; any other is asked for by its full reference.</summary>
    /// <param name="all">Whether all of them are listed, and not the popular ones only.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<ImageList> ListImagesAsync(bool all = false, CancellationToken cancellationToken = default)
        => _http.GetAsync(all ? "api/images?all=true" : "api/images", RexecJson.Default.ImageList, cancellationToken);

    private static string PathTo(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return $"{Root}/{Uri.EscapeDataString(id)}";
    }

    private Task PostAsync(string id, string action, CancellationToken cancellationToken)
        => _http.CallAsync(HttpMethod.Post, $"{PathTo(id)}/{action}", content: null, cancellationToken);
}
