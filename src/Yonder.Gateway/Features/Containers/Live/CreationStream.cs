using System.Text.Json;
using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Problems;
using Yonder.Protocol;
using Yonder.Protocol.Containers;
using Yonder.Runtimes;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Features.Containers.Live;

/// <summary>Tells a creation step by step as server-sent events. Whoever stops reading does not stop the creation.</summary>
internal sealed class CreationStream(ContainerCreation creation, RuntimeRegistry registry, TimeProvider time)
{
    // Proxies hold back short answers; a comment of this size makes them let each event through.
    private static readonly byte[] Padding = System.Text.Encoding.ASCII.GetBytes($": padding {new string('.', 1024)}\n");

    public async Task WriteAsync(HttpContext context, Caller caller, CreateContainerRequest request)
    {
        var response = context.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-cache";
        response.Headers["X-Accel-Buffering"] = "no";
        await response.Body.WriteAsync(": the creation of one container\n\n"u8.ToArray(), context.RequestAborted);
        await SendAsync(context, ProgressMapping.Validating);
        try
        {
            var record = await creation.BeginAsync(caller, request, context.RequestAborted);
            await FollowAsync(context, record);
        }
        catch (Exception refusal) when (refusal is RuntimeException or ProblemException)
        {
            await SendAsync(context, ProgressMapping.Failed("validating", refusal.Message));
        }
    }

    private async Task FollowAsync(HttpContext context, RuntimeRecord record)
    {
        var id = record.Id.Value;
        var last = ProgressMapping.Validating;
        using (var steps = registry.OpenProgress(record.Id))
        {
            while (steps is not null)
            {
                var read = await steps.ReadAsync(context.RequestAborted);
                foreach (var step in read.Records.ToArray())
                {
                    var view = step.Value.ToView(id);
                    last = view with { Progress = Math.Max(view.Progress, last.Progress) };
                    await SendAsync(context, last);
                }

                steps.Advance(read.Records.Length);
                if (read.IsEnd)
                {
                    break;
                }
            }
        }

        var made = await registry.GetAsync(record.Id, context.RequestAborted);
        await SendAsync(context, made is { State: not RuntimeState.Failed }
            ? ProgressMapping.Ready(made.ToView(time.GetUtcNow()))
            : ProgressMapping.Failed(last.Stage, made?.Reason ?? "The container was deleted.") with { Progress = last.Progress, ContainerId = id });
    }

    private static async Task SendAsync(HttpContext context, CreateProgress step)
    {
        var body = context.Response.Body;
        await body.WriteAsync(Padding, context.RequestAborted);
        await body.WriteAsync("data: "u8.ToArray(), context.RequestAborted);
        await body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(step, RexecJson.Default.CreateProgress), context.RequestAborted);
        await body.WriteAsync("\n\n"u8.ToArray(), context.RequestAborted);
        await body.FlushAsync(context.RequestAborted);
    }
}
