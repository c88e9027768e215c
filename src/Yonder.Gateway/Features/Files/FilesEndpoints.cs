using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Problems;
using Yonder.Gateway.Platform.Rexec;
using Yonder.Protocol;
using Yonder.Protocol.Files;
using Yonder.Runtimes;
using Yonder.Runtimes.Files;

namespace Yonder.Gateway.Features.Files;

/// <summary>List, stat, make, move and delete. Contents are in the upload and the download.</summary>
internal static class FilesEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/list", ListAsync).WithName("ListFiles");
        group.MapGet("/stat", StatAsync).WithName("StatFile");
        group.MapPost("/mkdir", MakeDirectoryAsync).WithName("MakeDirectory");
        group.MapPost("/move", MoveAsync).WithName("MoveFile");
        group.MapDelete("/", DeleteAsync).WithName("DeleteFile");
    }

    private static async Task<IResult> ListAsync(
        Caller caller, string id, HttpRequest http, OwnRuntimes runtimes, IOptions<FilesOptions> options, CancellationToken cancellationToken)
    {
        using var own = await runtimes.OpenAsync(caller, id, cancellationToken);
        var asked = http.Query["path"].ToString();
        var path = asked.Length is 0 ? own.Runtime.Info.Home : own.Runtime.Resolve(asked);
        var files = await FileProblems.NamingAsync(path, () => ReadAsync(own.Runtime.Files.Require(), path, options.Value.ListLimit, cancellationToken));
        return ListShapes.OfFiles(http) is ListShape.Array
            ? TypedResults.Json(files, RexecJson.Default.IReadOnlyListRemoteFile)
            : TypedResults.Json(new FileList(path.ToString(), files, files.Count), RexecJson.Default.FileList);
    }

    private static async Task<IReadOnlyList<RemoteFile>> ReadAsync(IFiles files, RemotePath path, int limit, CancellationToken cancellationToken)
    {
        var entries = new List<FileEntry>();
        await foreach (var entry in files.ListAsync(path, cancellationToken))
        {
            if (entries.Count == limit)
            {
                throw new ProblemException(new Problem(StatusCodes.Status413PayloadTooLarge, "directory_too_large", $"The directory has more than {limit} entries."));
            }

            entries.Add(entry);
        }

        // Directories first, then by name: what every client shows.
        return [.. entries.OrderBy(entry => entry.Kind is not FileKind.Directory).ThenBy(entry => entry.Path.ToString(), StringComparer.Ordinal).Select(entry => entry.ToView())];
    }

    private static async Task<IResult> StatAsync(Caller caller, string id, HttpRequest http, OwnRuntimes runtimes, CancellationToken cancellationToken)
    {
        using var own = await runtimes.OpenAsync(caller, id, cancellationToken);
        var path = own.Runtime.Resolve(http.Query["path"]);
        var follow = http.Query["follow"].ToString() is not ("false" or "0");
        var entry = await own.Runtime.Files.Require().StatAsync(path, follow, cancellationToken) ?? throw FileProblems.NotFound(path);
        return TypedResults.Json(entry.ToView(), RexecJson.Default.RemoteFile);
    }

    private static async Task<IResult> MakeDirectoryAsync(Caller caller, string id, HttpRequest http, OwnRuntimes runtimes, CancellationToken cancellationToken)
    {
        // Clients send the path in the query or in a body, and some of the former a body that means nothing.
        var asked = http.Query["path"].ToString();
        if (asked.Length is 0)
        {
            asked = (await RexecBody.ReadOrNullAsync(http, RexecJson.Default.PathRequest))?.Path ?? "";
        }

        using var own = await runtimes.OpenAsync(caller, id, cancellationToken);
        var path = own.Runtime.Resolve(asked);
        await own.Runtime.Files.Require().MakeDirectoryAsync(path, cancellationToken);
        return Answer("directory created", path);
    }

    private static async Task<IResult> MoveAsync(Caller caller, string id, HttpRequest http, OwnRuntimes runtimes, CancellationToken cancellationToken)
    {
        var request = await RexecBody.ReadAsync(http, RexecJson.Default.MoveRequest);
        using var own = await runtimes.OpenAsync(caller, id, cancellationToken);
        var (source, target) = (own.Runtime.Resolve(request.Source), own.Runtime.Resolve(request.Target));
        if (own.Runtime.IsProtected(source))
        {
            throw Protected("cannot move system files");
        }

        await FileProblems.NamingAsync(source, () => own.Runtime.Files.Require().MoveAsync(source, target, cancellationToken));
        return Answer("moved", target);
    }

    private static async Task<IResult> DeleteAsync(Caller caller, string id, HttpRequest http, OwnRuntimes runtimes, CancellationToken cancellationToken)
    {
        using var own = await runtimes.OpenAsync(caller, id, cancellationToken);
        var path = own.Runtime.Resolve(http.Query["path"]);
        if (own.Runtime.IsProtected(path))
        {
            throw Protected("cannot delete system files");
        }

        await FileProblems.NamingAsync(path, () => own.Runtime.Files.Require().DeleteAsync(path, recursive: true, cancellationToken));
        return Answer("deleted", path);
    }

    private static JsonHttpResult<FileAnswer> Answer(string message, RemotePath path)
        => TypedResults.Json(new FileAnswer(message, path.ToString()), RexecJson.Default.FileAnswer);

    private static ProblemException Protected(string message) => new(new Problem(StatusCodes.Status403Forbidden, "system_files", message));
}
