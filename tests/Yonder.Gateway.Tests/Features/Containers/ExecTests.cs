using System.Net;

namespace Yonder.Gateway.Tests.Features.Containers;

public sealed class ExecTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private HttpClient Http => gateway.Http;

    [Theory]
    [InlineData("""{"command":"echo out; echo err >&2; exit 3"}""")]
    [InlineData("""{"command":["/bin/sh","-c","echo out; echo err >&2; exit 3"]}""")]
    [InlineData("""{"cmd":["sh","-c","echo out; echo err >&2; exit 3"],"command":null}""")]
    public async Task A_command_is_understood_in_every_form_and_answered_in_every_spelling(string json)
    {
        var id = await Http.CreateAsync($"exec-{Guid.NewGuid():N}");

        var (status, result) = await Http.PostJsonAsync($"/api/containers/{id}/exec", json);

        status.ShouldBe(HttpStatusCode.OK);
        result.Text("stdout").ShouldBe("out\n");
        result.Text("stderr").ShouldBe("err\n");
        result.Text("output").Length.ShouldBe(8);
        result["exit_code"]!.GetValue<int>().ShouldBe(3);
        result["exitCode"]!.GetValue<int>().ShouldBe(3);
    }

    [Fact]
    public async Task Directory_and_variables_are_the_callers()
    {
        var (status, created) = await Http.PostJsonAsync("/api/containers", """{"image":"host","environment":{"FROM_CREATE":"one"}}""");
        ((int)status).ShouldBeInRange(200, 202, created.ToString());

        var (_, result) = await Http.PostJsonAsync(
            $"/api/containers/{created.Text("id")}/exec", """{"command":"pwd; echo $FROM_CREATE $FROM_EXEC","workdir":"/tmp","env":["FROM_EXEC=two=2"]}""");

        result.Text("stdout").ShouldBe("/tmp\none two=2\n");
    }

    [Fact]
    public async Task A_command_that_takes_too_long_is_killed_and_what_it_said_is_kept()
    {
        var id = await Http.CreateAsync($"slow-{Guid.NewGuid():N}");

        var (status, result) = await Http.PostJsonAsync($"/api/containers/{id}/exec", """{"command":"echo begun; sleep 1000","timeout_seconds":0.5}""");

        status.ShouldBe(HttpStatusCode.GatewayTimeout);
        result.Text("error").ShouldBe("exec timed out");
        result.Text("stdout").ShouldBe("begun\n");
        result["exit_code"]!.GetValue<int>().ShouldBe(-1);
    }

    [Fact]
    public async Task Output_beyond_the_limit_is_dropped_and_the_command_goes_on()
    {
        var id = await Http.CreateAsync($"long-{Guid.NewGuid():N}");

        var (_, result) = await Http.PostJsonAsync($"/api/containers/{id}/exec", """{"command":"head -c 3000000 /dev/zero | tr '\\0' x; exit 7"}""");

        result.Text("stdout").Length.ShouldBe(1 << 20);
        result["truncated"]!.GetValue<bool>().ShouldBeTrue();
        result["exit_code"]!.GetValue<int>().ShouldBe(7);
    }

    [Fact]
    public async Task Text_survives_whole_wherever_reads_cut_it()
    {
        var id = await Http.CreateAsync($"utf8-{Guid.NewGuid():N}");

        var (_, result) = await Http.PostJsonAsync(
            $"/api/containers/{id}/exec", """{"command":["python3","-c","import os\nfor b in 'grüße 日本 🎉'.encode(): os.write(1, bytes([b]))"]}""");

        result.Text("stdout").ShouldBe("grüße 日本 🎉");
    }

    [Fact]
    public async Task A_program_that_is_not_there_ends_as_in_a_shell()
    {
        var id = await Http.CreateAsync($"missing-{Guid.NewGuid():N}");

        var (status, result) = await Http.PostJsonAsync($"/api/containers/{id}/exec", """{"command":["no-such-program"]}""");

        status.ShouldBe(HttpStatusCode.OK);
        result["exit_code"]!.GetValue<int>().ShouldBe(127);
        result.Text("stderr").ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"command":[]}""")]
    [InlineData("""{"command":42}""")]
    [InlineData("""{"command":["a",null]}""")]
    [InlineData("""{"command":"true","env":["=x"]}""")]
    [InlineData("""{"command":"true","timeout_seconds":-1}""")]
    [InlineData("""{"command":"a\u0000b"}""")]
    public async Task A_command_that_makes_no_sense_is_a_400(string json)
    {
        var id = await Http.CreateAsync($"bad-{Guid.NewGuid():N}");

        var (status, answer) = await Http.PostJsonAsync($"/api/containers/{id}/exec", json);

        status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Text("error").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_stopped_container_runs_nothing_and_says_so()
    {
        var id = await Http.CreateAsync($"stopped-{Guid.NewGuid():N}");
        await Http.PostJsonAsync($"/api/containers/{id}/stop");

        var (status, answer) = await Http.PostJsonAsync($"/api/containers/{id}/exec", """{"command":"true"}""");

        status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Text("error").ShouldBe("container is not running");
    }

    [Fact]
    public async Task Deleting_ends_a_command_that_runs()
    {
        var id = await Http.CreateAsync($"gone-{Guid.NewGuid():N}");
        var exec = Http.PostJsonAsync($"/api/containers/{id}/exec", """{"command":"touch begun; sleep 1000"}""");
        await TestKit.Waiting.Eventually.TrueAsync(
            async () => (await Http.GetJsonAsync($"/api/containers/{id}/files/stat?path=begun")).Status is HttpStatusCode.OK, "the command does not begin");

        var (status, _) = await Http.CallAsync(HttpMethod.Delete, $"/api/containers/{id}");

        status.ShouldBe(HttpStatusCode.OK);
        (await exec.WaitAsync(TimeSpan.FromSeconds(20))).Body.ToString().ShouldNotContain("\"exit_code\":0");
    }

    [Fact]
    public async Task The_shell_is_set_up_once_and_says_so()
    {
        var id = await Http.CreateAsync($"shell-{Guid.NewGuid():N}");

        (await Http.GetJsonAsync($"/api/containers/{id}/shell/status")).Body["setup_complete"]!.GetValue<bool>().ShouldBeFalse();
        (await Http.PostJsonAsync($"/api/containers/{id}/shell/setup")).Body["success"]!.GetValue<bool>().ShouldBeTrue();
        (await Http.PostJsonAsync($"/api/containers/{id}/shell/setup")).Body["success"]!.GetValue<bool>().ShouldBeTrue();

        var (_, after) = await Http.GetJsonAsync($"/api/containers/{id}/shell/status");
        after["enhanced"]!.GetValue<bool>().ShouldBeTrue();
        after.Text("current_shell").ShouldStartWith("/");
    }

    [Fact]
    public async Task The_local_driver_has_one_image_and_names_the_ways_out()
    {
        await using var local = await GatewayFixture.StartAsync(options => options with { Driver = "local" });

        var (status, answer) = await local.Http.PostJsonAsync("/api/containers", """{"image":"ubuntu:24.04"}""");

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text("error").ShouldContain("host");
        answer.Text("error").ShouldContain("Docker", Case.Insensitive);
    }
}
