using System.Text;
using System.Text.Json;
using Yonder.Cli.Output;

namespace Yonder.Cli.Commands.Recordings;

/// <summary>Prints the output of an asciicast v2 at the pace it was made.</summary>
internal sealed class CastPlayer(Stream screen, double speed, TimeSpan longestPause, TimeProvider time)
{
    public async Task PlayAsync(Stream cast, CancellationToken cancellationToken)
    {
        using var lines = new StreamReader(cast, Encoding.UTF8);
        if (await lines.ReadLineAsync(cancellationToken) is not { } header || !header.StartsWith('{'))
        {
            throw new CliException(ExitCodes.Failed, "bad_recording", "The recording is not an asciicast.");
        }

        var played = 0.0;
        while (await lines.ReadLineAsync(cancellationToken) is { Length: > 0 } line)
        {
            var (at, output) = Parse(line);
            if (output is not null)
            {
                await PauseAsync(at - played, cancellationToken);
                played = at;
                await screen.WriteAsync(Encoding.UTF8.GetBytes(output), cancellationToken);
            }
        }
    }

    private static (double At, string? Output) Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var (at, kind, data) = (document.RootElement[0].GetDouble(), document.RootElement[1].GetString(), document.RootElement[2].GetString());
            return (at, kind is "o" ? data : null);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new CliException(ExitCodes.Failed, "bad_recording", "The recording has a line that is no event.");
        }
    }

    private Task PauseAsync(double seconds, CancellationToken cancellationToken)
    {
        var pause = TimeSpan.FromSeconds(Math.Max(0, seconds) / speed);
        return Task.Delay(pause < longestPause ? pause : longestPause, time, cancellationToken);
    }
}
