using Yonder.Client;

namespace Yonder.Gateway.Tests;

/// <summary>A container of a test's own on the Local driver.</summary>
internal sealed class TestBox : IAsyncDisposable
{
    private TestBox(YonderClient client, string id, string name) => (Client, Id, Name) = (client, id, name);

    public YonderClient Client { get; }

    public string Id { get; }

    public string Name { get; }

    public static Task<TestBox> CreateAsync(GatewayFixture gateway) => CreateAsync(gateway.Url.ToString());

    public static async Task<TestBox> CreateAsync(string url)
    {
        var client = new YonderClient(url);
        var container = await client.Containers.CreateAsync("host", "box-" + Guid.NewGuid().ToString("N")[..8]);
        return new TestBox(client, container.Id, container.Name);
    }

    public async ValueTask DisposeAsync()
    {
        await Client.Containers.DeleteAsync(Id);
        await Client.DisposeAsync();
    }
}
