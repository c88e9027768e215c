using System.Globalization;
using Yonder.Drivers.Docker.Engine;
using Yonder.Runtimes;
using Yonder.Runtimes.Provisioning;

namespace Yonder.Drivers.Docker.Provisioning;

/// <summary>Fetches images and tells how far it is.</summary>
internal sealed class ImagePuller(EngineClient engine)
{
    /// <summary>Pulls an image.</summary>
    /// <exception cref="RuntimeException">It cannot be had (<see cref="RuntimeError.ImageNotFound"/>).</exception>
    public async ValueTask PullAsync(ImageReference image, IProgress<ProvisionProgress> progress, CancellationToken cancellationToken)
    {
        progress.Report(new(ProvisionStage.Pulling, $"Pulling {image}", 0));
        var path = $"/images/create?fromImage={Uri.EscapeDataString(image.Name)}&tag={Uri.EscapeDataString(image.Tag)}";
        try
        {
            // Only the head is limited as a call: the registry may be slow, but not silent.
            using var answer = await engine.UploadAsync(HttpMethod.Post, path, "application/json", static (_, _) => Task.CompletedTask, cancellationToken);
            await FollowAsync(answer.Body, image, progress, cancellationToken);
        }
        catch (RuntimeException error) when (error.Error is RuntimeError.NotFound or RuntimeError.Failed or RuntimeError.AccessDenied)
        {
            throw NotFound(image, error.Message, error);
        }
    }

    private static RuntimeException NotFound(ImageReference image, string reason, Exception? inner = null)
        => new(RuntimeError.ImageNotFound, $"The image {image} is not on the engine and could not be pulled. {reason}", inner);

    private async ValueTask FollowAsync(Stream body, ImageReference image, IProgress<ProvisionProgress> progress, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(engine.Limits.Silence, engine.Time, cancellationToken);
        var layers = new PullProgress(image);
        try
        {
            await foreach (var message in JsonLines.ReadAsync(body, EngineJson.Default.PullMessage, engine.Limits.Line, limit.Token))
            {
                limit.Restart(engine.Limits.Silence);
                if (message.Error is { } error)
                {
                    throw NotFound(image, string.Create(CultureInfo.InvariantCulture, $"The engine says: {error.TrimEnd('.')}."));
                }

                if (layers.Add(message) is { } step)
                {
                    progress.Report(step);
                }
            }
        }
        catch (Exception error)
        {
            throw engine.Translate(error, limit);
        }
    }
}
