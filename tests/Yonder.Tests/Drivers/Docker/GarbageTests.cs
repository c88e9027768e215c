using System.Text;
using Yonder.Runtimes;

namespace Yonder.Tests.Drivers.Docker;

/// <summary>What is at the socket is no engine, or has gone mad.</summary>
public sealed class GarbageTests
{
    private const string Ping = "HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\nContent-Length: 2\r\nConnection: close\r\n\r\nOK";

    [Theory]
    [InlineData("")]
    [InlineData("\0\u0001\u0002garbage")]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK")]
    [InlineData("HTTP/1.1 200 OK\r\nApi-Version: 1.12\r\nContent-Length: 2\r\n\r\nOK")]
    [InlineData("HTTP/1.1 500 Oops\r\nContent-Length: 100\r\n\r\n{\"message\":")]
    public async Task What_is_no_engine_is_not_available_and_says_why(string answer)
    {
        await using var engine = new GarbageEngine(_ => Encoding.Latin1.GetBytes(answer));
        using var driver = DockerDrivers.Open(engine.Host);

        var status = await driver.CheckAsync();

        status.IsAvailable.ShouldBeFalse();
        status.Detail.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"Id\":7,\"State\":{}}")]
    [InlineData("{\"Id\":\"x\"}")]
    [InlineData("<html>")]
    public async Task An_answer_that_makes_no_sense_is_said(string json)
    {
        await using var engine = Answering($"HTTP/1.1 200 OK\r\nContent-Length: {json.Length}\r\nConnection: close\r\n\r\n{json}");
        using var driver = DockerDrivers.Open(engine.Host);

        var error = await Should.ThrowAsync<RuntimeException>(async () => await driver.Provisioning.FindAsync(new("some")));

        error.Error.ShouldBe(RuntimeError.Failed);
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read_without_end()
    {
        var head = Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {100 << 20}\r\nConnection: close\r\n\r\n{{\"Id\":\"");
        await using var engine = Answering([.. head, .. Enumerable.Repeat((byte)'a', 20 << 20)]);
        using var driver = DockerDrivers.Open(engine.Host);

        var error = await Should.ThrowAsync<RuntimeException>(async () => await driver.Provisioning.FindAsync(new("some")));

        error.Error.ShouldBe(RuntimeError.Failed);
    }

    [Fact]
    public async Task A_socket_that_nobody_listens_on_is_unreachable_with_a_way_out()
    {
        using var driver = DockerDrivers.Open("unix:///nonexistent/docker.sock");

        var status = await driver.CheckAsync();

        status.IsAvailable.ShouldBeFalse();
        status.Remedy.ShouldNotBeNull();
    }

    private static GarbageEngine Answering(string answer) => Answering(Encoding.Latin1.GetBytes(answer));

    private static GarbageEngine Answering(byte[] answer)
        => new(line => line.Contains("/_ping", StringComparison.Ordinal) ? Encoding.ASCII.GetBytes(Ping) : answer);
}
