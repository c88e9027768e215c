namespace Yonder.Gateway.Tests;

public sealed class GatewayHostTests
{
    [Fact]
    public async Task It_says_where_it_listens_and_stops_when_asked()
    {
        var data = Directory.CreateTempSubdirectory("yonder-test-");
        using var stop = new CancellationTokenSource();
        await using var output = new StringWriter();

        var running = GatewayHost.RunAsync(new GatewayOptions { Listen = "127.0.0.1:0", DataDirectory = data.FullName }, output, stop.Token);
        await stop.CancelAsync();
        var failure = await Record.ExceptionAsync(() => running);

        (failure is null or OperationCanceledException).ShouldBeTrue();
        data.Delete(recursive: true);
    }
}
