using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Yonder.Gateway.Tests.Features.Containers;

namespace Yonder.Gateway.Tests.Features.Files;

public sealed class FilesTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>, IAsyncLifetime
{
    private string _files = "";

    private HttpClient Http => gateway.Http;

    public async Task InitializeAsync() => _files = $"/api/containers/{await Http.CreateAsync($"files-{Guid.NewGuid():N}")}/files";

    public Task DisposeAsync() => Http.DeleteAsync(_files[..^"/files".Length]);

    [Fact]
    public async Task A_raw_body_is_written_to_the_path_and_comes_back_byte_for_byte()
    {
        var content = Enumerable.Range(0, 1_000_000).Select(i => (byte)(i * 7)).ToArray();

        var answer = await UploadAsync("deep/er/all bytes.bin", content);

        answer["size"]!.GetValue<long>().ShouldBe(content.Length);
        answer.Text("filename").ShouldBe("all bytes.bin");
        using var download = await Http.GetAsync(Query("deep/er/all bytes.bin"));
        (await download.Content.ReadAsByteArrayAsync()).ShouldBe(content);
        download.Content.Headers.ContentLength.ShouldBe(content.Length);
        download.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        download.Headers.GetValues("X-File-Size").ShouldHaveSingleItem().ShouldBe("1000000");
        download.Headers.GetValues("X-File-Mode").ShouldHaveSingleItem().ShouldBe("-rw-r--r--");
    }

    [Fact]
    public async Task An_empty_body_makes_an_empty_file()
    {
        await UploadAsync("empty", []);

        (await Http.GetByteArrayAsync(Query("empty"))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("form-dir/", "form-dir/from form.txt")]
    [InlineData("form-file.txt", "form-file.txt")]
    [InlineData("", "from form.txt")]
    public async Task A_form_is_written_into_a_directory_or_to_a_file(string path, string expected)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("ignored"), "other" },
            { new ByteArrayContent("from a form"u8.ToArray()), "file", "C:\\Users\\me\\from form.txt" },
        };

        using var answer = await Http.PostAsync(path.Length is 0 ? _files : Query(path), form);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Http.GetStringAsync(Query(expected))).ShouldBe("from a form");
    }

    [Fact]
    public async Task A_json_body_without_a_query_carries_the_file_and_without_a_length_too()
    {
        var json = $$"""{"path":"json.bin","content":"{{Convert.ToBase64String([0, 255, 128])}}"}""";
        using var request = new HttpRequestMessage(HttpMethod.Post, _files) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = true;

        using var answer = await Http.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Http.GetByteArrayAsync(Query("json.bin"))).ShouldBe([0, 255, 128]);
    }

    [Theory]
    [InlineData("bytes=2-4", "cde", "bytes 2-4/10")]
    [InlineData("bytes=7-", "hij", "bytes 7-9/10")]
    [InlineData("bytes=-2", "ij", "bytes 8-9/10")]
    [InlineData("bytes=5-100", "fghij", "bytes 5-9/10")]
    public async Task A_range_is_a_206(string range, string expected, string contentRange)
    {
        await UploadAsync("range", "abcdefghij"u8.ToArray());
        using var request = new HttpRequestMessage(HttpMethod.Get, Query("range"));
        request.Headers.TryAddWithoutValidation("Range", range);

        using var answer = await Http.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await answer.Content.ReadAsStringAsync()).ShouldBe(expected);
        answer.Content.Headers.ContentRange!.ToString().ShouldBe(contentRange);
    }

    [Fact]
    public async Task A_range_outside_of_the_file_is_a_416_that_tells_the_size()
    {
        await UploadAsync("short", "abc"u8.ToArray());
        using var request = new HttpRequestMessage(HttpMethod.Get, Query("short"));
        request.Headers.Range = new RangeHeaderValue(3, 9);

        using var answer = await Http.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
        answer.Content.Headers.ContentRange!.ToString().ShouldBe("bytes */3");
    }

    [Fact]
    public async Task Head_and_the_tag_spare_a_download()
    {
        await UploadAsync("tagged", "abc"u8.ToArray());
        using var head = await Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, Query("tagged")));
        head.Content.Headers.ContentLength.ShouldBe(3);
        using var request = new HttpRequestMessage(HttpMethod.Get, Query("tagged"));
        request.Headers.IfNoneMatch.Add(head.Headers.ETag!);

        using var unchanged = await Http.SendAsync(request);

        unchanged.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task A_cut_upload_leaves_the_old_file()
    {
        await UploadAsync("kept", "the old content"u8.ToArray());
        using var content = new StreamContent(new CutStream(2 << 20)) { Headers = { ContentLength = 4 << 20 } };

        await Should.ThrowAsync<Exception>(() => Http.PostAsync(Query("kept"), content));

        (await Http.GetStringAsync(Query("kept"))).ShouldBe("the old content");
        var (_, list) = await Http.GetJsonAsync($"{_files}/list?shape=array");
        list.AsArray().Select(file => file!.Text("name")).ShouldNotContain(name => name.Contains("tmp", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("python-httpx/0.27.0", "path=sub", true)]
    [InlineData("node", "path=sub", true)]
    [InlineData("Go-http-client/1.1", "path=sub", true)]
    [InlineData("GuzzleHttp/7", "path=sub", false)]
    [InlineData("okhttp/4.12", "path=sub", false)]
    [InlineData(null, "path=.%2fsub", false)]
    [InlineData(null, "path=.%2Fsub", true)]
    public async Task Each_client_gets_the_list_of_files_that_it_reads(string? agent, string query, bool isArray)
    {
        await UploadAsync("sub/a.txt", "abc"u8.ToArray());
        var headers = agent is null ? [("Accept", "application/json")] : new[] { ("Accept", "application/json"), ("User-Agent", agent) };

        var (_, list) = await Http.GetJsonAsync($"{_files}/list?{query}", headers);

        var file = (isArray ? list.ShouldBeOfType<JsonArray>() : list["files"].ShouldBeOfType<JsonArray>()).ShouldHaveSingleItem().ShouldNotBeNull();
        file.Text("name").ShouldBe("a.txt");
        file.Text("path").ShouldEndWith("/sub/a.txt");
        file.Text("mode").ShouldBe("-rw-r--r--");
        file.Text("mod_time").ShouldMatch(@"\.\d{6}Z$");
        file.Text("modTime").ShouldBe(file.Text("mod_time"));
        file["is_dir"]!.GetValue<bool>().ShouldBeFalse();
        file["isDir"]!.GetValue<bool>().ShouldBeFalse();
        file["size"]!.GetValue<long>().ShouldBe(3);
    }

    [Theory]
    [InlineData("made/by/query", null)]
    [InlineData(null, """{"path":"made/by/body"}""")]
    public async Task A_directory_is_made_with_its_parents_and_may_be_made_twice(string? query, string? body)
    {
        for (var time = 0; time < 2; time++)
        {
            var (status, answer) = await Http.CallAsync(HttpMethod.Post, query is null ? $"{_files}/mkdir" : $"{_files}/mkdir?path={query}", body);

            status.ShouldBe(HttpStatusCode.OK);
            answer.Text("path").ShouldStartWith("/");
        }

        var (_, entry) = await Http.GetJsonAsync($"{_files}/stat?path=made/by/{(query is null ? "body" : "query")}");
        entry["is_dir"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task A_file_is_moved_and_a_directory_deleted_with_everything_in_it()
    {
        await UploadAsync("from/a", "abc"u8.ToArray());

        (await Http.PostJsonAsync($"{_files}/move", """{"source":"from/a","target":"b"}""")).Status.ShouldBe(HttpStatusCode.OK);
        (await Http.GetStringAsync(Query("b"))).ShouldBe("abc");
        await UploadAsync("from/x/y", []);
        (await Http.CallAsync(HttpMethod.Delete, Query("from"))).Status.ShouldBe(HttpStatusCode.OK);
        (await Http.GetJsonAsync($"{_files}/stat?path=from")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/etc")]
    [InlineData("//etc//passwd")]
    [InlineData("/tmp/../etc/passwd")]
    [InlineData("/usr/bin/env")]
    [InlineData("../../../../../../etc")]
    [InlineData(".")]
    public async Task What_could_only_be_deleted_by_accident_is_not(string path)
    {
        var (status, answer) = await Http.CallAsync(HttpMethod.Delete, Query(path));

        status.ShouldBe(HttpStatusCode.Forbidden);
        answer.Text("error").ShouldBe("cannot delete system files");
    }

    [Fact]
    public async Task What_is_missing_is_a_404_and_a_directory_is_no_file()
    {
        await UploadAsync("dir/file", []);
        foreach (var path in new[] { Query("no-such-file"), $"{_files}/list?path=no-such-dir", $"{_files}/stat?path=no-such-file" })
        {
            var (missing, answer) = await Http.GetJsonAsync(path);
            missing.ShouldBe(HttpStatusCode.NotFound, path);
            answer.Text("code").ShouldBe("file_not_found");
        }

        (await Http.CallAsync(HttpMethod.Delete, Query("no-such-file"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Http.GetJsonAsync(Query("dir"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await Http.PostJsonAsync(Query("dir"), "x")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await Http.PostJsonAsync(Query("dir/file/below"), "x")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await Http.GetJsonAsync(_files)).Body.Text("error").ShouldBe("path parameter required");
    }

    [Theory]
    [InlineData("a%00b")]
    [InlineData("")]
    public async Task A_path_that_no_system_takes_is_a_400(string path)
        => (await Http.GetJsonAsync($"{_files}?path={path}")).Status.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_form_without_a_file_is_a_400()
    {
        using var form = new MultipartFormDataContent { { new StringContent("x"), "other" } };

        using var answer = await Http.PostAsync(Query("x"), form);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("no file uploaded");
    }

    private string Query(string path) => $"{_files}?path={Uri.EscapeDataString(path)}";

    private async Task<JsonNode> UploadAsync(string path, byte[] content)
    {
        using var body = new ByteArrayContent(content);
        using var answer = await Http.PostAsync(Query(path), body);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!;
    }

    /// <summary>Breaks off, as a client that dies does.</summary>
    private sealed class CutStream(int length) : MemoryStream(new byte[length])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => await base.ReadAsync(buffer, cancellationToken) is > 0 and var count ? count : throw new IOException("The client dies here.");

        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
            => await ReadAsync(buffer.AsMemory(offset, count), cancellationToken);
    }
}
