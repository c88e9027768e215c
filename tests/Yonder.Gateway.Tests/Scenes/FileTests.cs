using System.Net;

namespace Yonder.Gateway.Tests.Scenes;

public sealed class FileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("yonder-scenes-").FullName;

    [Fact]
    public async Task Files_of_the_workspace_are_served_and_none_outside_it()
    {
        var inside = Directory.CreateDirectory(Path.Combine(_folder, "inside")).FullName;
        await File.WriteAllTextAsync(Path.Combine(inside, "robot.urdf"), "<robot/>");
        await File.WriteAllTextAsync(Path.Combine(_folder, "secret.txt"), "secret");
        File.CreateSymbolicLink(Path.Combine(inside, "link.txt"), Path.Combine(_folder, "secret.txt"));
        Directory.CreateSymbolicLink(Path.Combine(inside, "up"), _folder);
        await using var world = await SceneWorld.StartAsync(configure: options => options.Workspaces.Add(inside));
        using var http = new HttpClient { BaseAddress = new UriBuilder(world.Uri) { Scheme = "http" }.Uri };

        using var robot = await http.GetAsync(new Uri("/workspace/robot.urdf?hot", UriKind.Relative));
        robot.Content.Headers.ContentType!.MediaType.ShouldBe("application/xml");
        robot.Headers.CacheControl!.NoCache.ShouldBeTrue();
        (await robot.Content.ReadAsStringAsync()).ShouldBe("<robot/>");
        foreach (var escape in (string[])["/workspace/../secret.txt", "/workspace/..%2fsecret.txt", "/workspace/%2e%2e/secret.txt", "/workspace/link.txt", "/workspace/up/secret.txt", "/workspace/", "/workspace/none", "/secret.txt"])
        {
            (await http.GetAsync(new Uri(escape, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound, escape);
        }
    }

    [Fact]
    public async Task The_page_is_at_the_root()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "index.html"), "<html/>");
        await using var world = await SceneWorld.StartAsync(configure: options => options.ClientRoot = _folder);
        using var http = new HttpClient { BaseAddress = new UriBuilder(world.Uri) { Scheme = "http" }.Uri };

        (await http.GetStringAsync(new Uri("/?ws=ws://localhost:8012", UriKind.Relative))).ShouldBe("<html/>");
        await world.ConnectAsync();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
