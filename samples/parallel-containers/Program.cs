// Creates containers in parallel, asks each for its name, and deletes them.
// parallel-containers [IMAGE] [COUNT]
using System.Globalization;
using Yonder.Client;
using Yonder.Protocol.Containers;

var image = args.ElementAtOrDefault(0) ?? "ubuntu:24.04";
var count = int.Parse(args.ElementAtOrDefault(1) ?? "5", CultureInfo.InvariantCulture);

await using var client = new YonderClient();
var containers = await CreateBatchAsync();
try
{
    // A container may be used at once: the gateway waits for what is not ready yet.
    await Task.WhenAll(containers.Select(async container =>
    {
        var result = await client.Containers.ExecAsync(container.Id, ["sh", "-c", "echo I am $WORKER"]);
        Console.WriteLine($"{container.Name}: {result.Stdout.TrimEnd()}");
    }));
}
finally
{
    await Task.WhenAll(containers.Select(container => client.Containers.DeleteAsync(container.Id)));
}

Task<Container[]> CreateBatchAsync() => Task.WhenAll(Enumerable.Range(0, count).Select(number =>
{
    var name = $"worker-{number}";
    return client.Containers.CreateAsync(image, name, new Dictionary<string, string>(StringComparer.Ordinal) { ["WORKER"] = name });
}));
