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
}
