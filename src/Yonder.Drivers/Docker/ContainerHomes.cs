using System.Collections.Concurrent;
using System.Formats.Tar;
using Yonder.Drivers.Docker.Engine;
using Yonder.Drivers.Docker.Engine.Models;
using Yonder.Runtimes;

namespace Yonder.Drivers.Docker;

/// <summary>Finds out where shells start: in the working directory that a container was made with, else in the home of its user.</summary>
internal sealed class ContainerHomes
{
    private const int MaxKnown = 10_000;
    private const int MaxPasswords = 1 << 20;

    private readonly ConcurrentDictionary<string, RemotePath> _known = new(StringComparer.Ordinal);

    public async ValueTask<RemotePath> FindAsync(EngineClient engine, ContainerView container, CancellationToken cancellationToken)
    {
        if (container.Config is { WorkingDir: { Length: > 1 } directory })
        {
            return RemotePath.Parse(directory);
        }

        if (_known.TryGetValue(container.Id, out var known))
        {
            return known;
        }

        var home = await LookUpAsync(engine, container, cancellationToken);
        if (_known.Count >= MaxKnown)
        {
            _known.Clear();
        }

        return _known.GetOrAdd(container.Id, home);
    }

    private static async ValueTask<RemotePath> LookUpAsync(EngineClient engine, ContainerView container, CancellationToken cancellationToken)
    {
        const string Variable = "HOME=";
        var home = container.Config?.Env?.LastOrDefault(variable => variable.StartsWith(Variable, StringComparison.Ordinal))?[Variable.Length..]
            ?? await HomeOfAsync(engine, container, cancellationToken);
        return home is { Length: > 1 } && home[0] is '/' && await IsDirectoryAsync(engine, container, home, cancellationToken) ? RemotePath.Parse(home) : RemotePath.Root;
    }

    private static async ValueTask<bool> IsDirectoryAsync(EngineClient engine, ContainerView container, string path, CancellationToken cancellationToken)
    {
        try
        {
            // The dot fails for what is no directory, links followed.
            using var answer = await engine.OpenAsync(HttpMethod.Head, $"/containers/{container.Id}/archive?path={Uri.EscapeDataString(path)}/.", cancellationToken);
            return true;
        }
        catch (RuntimeException error) when (!error.IsTransient)
        {
            return false;
        }
    }

    private static async ValueTask<string?> HomeOfAsync(EngineClient engine, ContainerView container, CancellationToken cancellationToken)
    {
        var user = container.Config?.User?.Split(':')[0] is { Length: > 0 } named ? named : "0";
        try
        {
            using var answer = await engine.OpenAsync(HttpMethod.Get, $"/containers/{container.Id}/archive?path=/etc/passwd", cancellationToken);
            using var limit = new TimeLimit(engine.Limits.Call, engine.Time, cancellationToken);
            await using var body = new LimitedStream(answer.Body, MaxPasswords);
            await using var archive = new TarReader(body);
            if ((await archive.GetNextEntryAsync(copyData: false, limit.Token))?.DataStream is not { } content)
            {
                return null;
            }

            using var lines = new StreamReader(content);
            while (await lines.ReadLineAsync(limit.Token) is { } line)
            {
                if (line.Split(':') is [var name, _, var number, _, _, var home, ..] && (string.Equals(name, user, StringComparison.Ordinal) || string.Equals(number, user, StringComparison.Ordinal)))
                {
                    return home;
                }
            }

            return null;
        }
        catch (Exception error) when (error is RuntimeException { IsTransient: false } or InvalidDataException)
        {
            // No such file, as in images without users.
            return null;
        }
        catch (IOException error)
        {
            throw engine.Translate(error);
        }
    }
}
