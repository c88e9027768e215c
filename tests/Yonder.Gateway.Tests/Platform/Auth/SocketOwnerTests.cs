using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Yonder.Gateway.Platform.Auth;

namespace Yonder.Gateway.Tests.Platform.Auth;

public sealed class SocketOwnerTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public async Task Both_ways_of_asking_the_kernel_agree(string address)
    {
        using var listener = new TcpListener(IPAddress.Parse(address), 0);
        listener.Start();
        using var client = new TcpClient(listener.LocalEndpoint.AddressFamily);
        await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
        var peer = (IPEndPoint)client.Client.LocalEndPoint!;
        var us = (IPEndPoint)listener.LocalEndpoint;

        SocketDiagnosis.TryFind(peer, us, out var asked).ShouldBeTrue();
        var read = SocketTables.Find(peer, us);

        asked.ShouldNotBeNull();
        read.ShouldBe(asked);
    }

    [Fact]
    public void A_socket_that_is_not_there_is_nobodys()
    {
        var peer = new IPEndPoint(IPAddress.Loopback, 1);
        var us = new IPEndPoint(IPAddress.Loopback, 2);

        SocketDiagnosis.TryFind(peer, us, out var asked).ShouldBeTrue();
        asked.ShouldBeNull();
        SocketTables.Find(peer, us).ShouldBeNull();
    }

    [Fact]
    public void A_listener_on_the_port_is_not_taken_for_the_connection()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = (IPEndPoint)listener.LocalEndpoint;

        SocketDiagnosis.TryFind(port, new IPEndPoint(IPAddress.Loopback, 2), out var asked).ShouldBeTrue();

        asked.ShouldBeNull();
    }

    [Fact]
    public async Task A_connection_whose_program_has_left_is_nobodys()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var client = new TcpClient();
        await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
        using var accepted = await listener.AcceptTcpClientAsync();
        var peer = (IPEndPoint)client.Client.LocalEndPoint!;
        client.Dispose();

        // Our side has not closed, so the kernel still keeps the peer's half, which it counts as root's.
        SocketOwner.Find(peer, (IPEndPoint)listener.LocalEndpoint).ShouldBeNull();
        SocketTables.Find(peer, (IPEndPoint)listener.LocalEndpoint).ShouldBeNull();
    }

    [Fact]
    public async Task Our_own_connection_is_held_beside_us()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new TcpClient();
        await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
        using var accepted = await listener.AcceptSocketAsync();

        SocketOwner.IsOwnUser(accepted).ShouldBeTrue();
    }

    [RootFact]
    public async Task A_process_in_a_namespace_of_its_own_is_not_beside_us()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var script = $"exec 3<>/dev/tcp/127.0.0.1/{((IPEndPoint)listener.LocalEndpoint).Port}; read line <&3";
        using var sandbox = Process.Start("unshare", ["--pid", "--fork", "--kill-child", "bash", "-c", script]);
        using var accepted = await listener.AcceptSocketAsync();

        SocketOwner.IsOwnUser(accepted).ShouldBeFalse();
        sandbox.Kill(entireProcessTree: true);
        await sandbox.WaitForExitAsync();
    }
}
