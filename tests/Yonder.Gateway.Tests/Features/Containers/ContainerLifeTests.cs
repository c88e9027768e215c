using System.Net;
using Yonder.Runtimes;
using Yonder.Runtimes.Provisioning;
using Yonder.TestKit.Registry;

namespace Yonder.Gateway.Tests.Features.Containers;

public sealed class ContainerLifeTests : IAsyncLifetime
{
    private readonly FakeDriver _driver = new();
    private GatewayFixture _gateway = null!; // set before each test

    private HttpClient Http => _gateway.Http;

    public async Task InitializeAsync() => _gateway = await FakeEngineGateway.StartAsync(_driver);

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Fact]
    public async Task A_container_is_created_with_one_id_that_everything_takes()
    {
        var (status, created) = await Http.PostJsonAsync(
            "/api/containers", """{"image":"ubuntu:24.04","name":"my-sandbox","environment":{"MY_VAR":"value"},"labels":{"project":"demo"},"role":"default","unknown":{"a":1}}""");

        status.ShouldBe(HttpStatusCode.Created);
        var id = created.Text("id");
        created.Text("db_id").ShouldBe(id);
        created.Text("status").ShouldBe("running");
        created.Text("image").ShouldBe("ubuntu:24.04");
        foreach (var key in new[] { id, id[..12], "my-sandbox" })
        {
            var (found, container) = await Http.GetJsonAsync($"/api/containers/{key}");
            found.ShouldBe(HttpStatusCode.OK);
            container.Text("id").ShouldBe(id);
            container["environment"]!["MY_VAR"]!.ToString().ShouldBe("value");
            container["labels"]!["project"]!.ToString().ShouldBe("demo");
        }
    }

    [Fact]
    public async Task Times_have_six_digits_and_twins_for_older_clients()
    {
        var id = await Http.CreateAsync("box", "ubuntu");

        var (_, container) = await Http.GetJsonAsync($"/api/containers/{id}");

        container.Text("created_at").ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$");
        container.Text("createdAt").ShouldBe(container.Text("created_at"));
        container.Text("startedAt").ShouldBe(container.Text("started_at"));
        container["resources"]!["memory_mb"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task A_slow_creation_is_answered_at_once_and_waited_for_by_what_needs_it()
    {
        var gate = new TaskCompletionSource();
        _driver.Engine.Gate = gate.Task;

        var (status, created) = await Http.PostJsonAsync("/api/containers", """{"image":"alpine"}""");

        status.ShouldBe(HttpStatusCode.Accepted);
        created.Text("status").ShouldBe("creating");
        created["async"]!.GetValue<bool>().ShouldBeTrue();
        created.Text("name").ShouldMatch(@"^[a-z]+-[a-z]+-\d{1,3}$");
        var exec = Http.PostJsonAsync($"/api/containers/{created.Text("id")}/exec", """{"command":"true"}""");
        exec.IsCompleted.ShouldBeFalse();
        gate.SetResult();
        (await exec).Body.Text("code").ShouldBe("runtime.not_supported"); // it waited, and then found that this engine runs no commands
    }

    [Fact]
    public async Task A_creation_that_fails_at_once_says_why_and_frees_its_name()
    {
        _driver.Engine.Failure = new RuntimeException(RuntimeError.ImageNotFound, "There is no image nope:1.");
        var (status, refusal) = await Http.PostJsonAsync("/api/containers", """{"image":"nope:1","name":"box"}""");
        _driver.Engine.Failure = null;

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refusal.Text("error").ShouldContain("nope:1");
        await Http.CreateAsync("box", "ubuntu");
    }

    [Fact]
    public async Task Stop_start_pause_and_resume_take_calls_without_a_body_that_claim_to_be_json()
    {
        var id = await Http.CreateAsync("box", "ubuntu");
        foreach (var (action, state) in new[] { ("stop", "stopped"), ("start", "running"), ("pause", "paused"), ("resume", "running"), ("start", "running") })
        {
            var (status, answer) = await Http.PostJsonAsync($"/api/containers/{id}/{action}", "");

            status.ShouldBe(HttpStatusCode.OK, action);
            answer.Text("id").ShouldBe(id);
            answer.Text("status").ShouldBe(state, action);
        }
    }

    [Fact]
    public async Task What_is_deleted_is_gone()
    {
        var id = await Http.CreateAsync("box", "ubuntu");

        var (status, answer) = await Http.CallAsync(HttpMethod.Delete, $"/api/containers/{id}");
        var (after, error) = await Http.GetJsonAsync($"/api/containers/{id}");

        status.ShouldBe(HttpStatusCode.OK);
        answer.Text("message").ShouldBe("container deleted");
        after.ShouldBe(HttpStatusCode.NotFound);
        error.Text("error").ShouldBe("container not found");
        _driver.Engine.Ids.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_engine_lost_is_made_again_under_the_same_id()
    {
        var id = await Http.CreateAsync("box", "ubuntu");
        _driver.Engine.Lose(new RuntimeId(id));
        _driver.Engine.Tell(new RuntimeChanged(new RuntimeId(id), Runtime: null));
        await TestKit.Waiting.Eventually.TrueAsync(async () => (await Http.GetJsonAsync($"/api/containers/{id}")).Body.Text("status") is "error", "the loss is not told");

        var (_, started) = await Http.PostJsonAsync($"/api/containers/{id}/start");

        started["recreated"]!.GetValue<bool>().ShouldBeTrue();
        started.Text("id").ShouldBe(id);
    }

    [Fact]
    public async Task Settings_change_the_name_and_the_limits_and_keep_the_id()
    {
        var id = await Http.CreateAsync("box", "ubuntu");

        var (status, answer) = await Http.CallAsync(HttpMethod.Patch, $"/api/containers/{id}/settings", """{"name":"new-name","memory_mb":512,"cpu_shares":"1500"}""");

        status.ShouldBe(HttpStatusCode.OK);
        var container = answer["container"].ShouldNotBeNull();
        container.Text("id").ShouldBe(id);
        container.Text("name").ShouldBe("new-name");
        container["resources"]!["memory_mb"]!.GetValue<int>().ShouldBe(512);
        container["resources"]!["cpu_shares"]!.GetValue<int>().ShouldBe(1500);
    }

    [Fact]
    public async Task Everything_is_found_again_after_a_restart()
    {
        var id = await Http.CreateAsync("box", "ubuntu");

        await _gateway.RestartAsync();

        var (_, container) = await Http.GetJsonAsync("/api/containers/box");
        container.Text("id").ShouldBe(id);
        container.Text("status").ShouldBe("running");
    }

    [Fact]
    public async Task Twenty_at_once_are_all_made()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Http.CreateAsync($"worker-{i}", "ubuntu")));

        all.Distinct(StringComparer.Ordinal).Count().ShouldBe(20);
        var (_, list) = await Http.GetJsonAsync("/api/containers");
        list["count"]!.GetValue<int>().ShouldBe(20);
        var (_, stats) = await Http.GetJsonAsync("/api/stats");
        stats["by_image"]!["ubuntu"]!.GetValue<int>().ShouldBe(20);
    }
}
