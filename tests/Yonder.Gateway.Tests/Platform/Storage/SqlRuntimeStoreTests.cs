using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Yonder.Runtimes;
using Yonder.Runtimes.Provisioning;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Tests.Platform.Storage;

public sealed class SqlRuntimeStoreTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private static readonly DateTimeOffset Time = new(2026, 2, 3, 4, 5, 6, 789, 123, TimeSpan.Zero);

    private IRuntimeStore Store => gateway.Services.GetRequiredService<IRuntimeStore>();

    [Fact]
    public async Task A_record_comes_back_as_it_was_written()
    {
        var record = Full("full") with
        {
            State = RuntimeState.Failed,
            Error = RuntimeError.ImageNotFound,
            Reason = "No such image.",
            EngineId = "e1",
            HostAddress = "172.17.0.2",
            StartedAt = Time.AddSeconds(1),
        };

        await Store.AddAsync(record with { State = RuntimeState.Creating, Error = null, Reason = null, EngineId = null, HostAddress = null, StartedAt = null });
        await Store.UpdateAsync(record);

        var loaded = (await Store.LoadAsync()).Single(found => found.Id == record.Id);
        loaded.ShouldBeEquivalentTo(record);
    }

    [Fact]
    public async Task A_place_that_exists_on_its_own_keeps_its_address()
    {
        var record = Full("host") with { Spec = null, Address = new Uri("ssh://ann@gpu-box:2222"), State = RuntimeState.Running };

        await Store.AddAsync(record);

        (await Store.LoadAsync()).Single(found => found.Id == record.Id).ShouldBeEquivalentTo(record);
    }

    [Fact]
    public async Task A_name_is_taken_once_for_each_owner()
    {
        await Store.AddAsync(Full("twice"));

        var failure = await Should.ThrowAsync<RuntimeException>(() => Store.AddAsync(Full("twice")).AsTask());
        await Store.AddAsync(Full("twice") with { Owner = "bob" });

        failure.Error.ShouldBe(RuntimeError.AlreadyExists);
    }

    [Fact]
    public async Task What_was_removed_is_gone_and_may_be_removed_again()
    {
        var record = Full("gone");
        await Store.AddAsync(record);

        await Store.RemoveAsync(record.Id);
        await Store.RemoveAsync(record.Id);
        await Store.UpdateAsync(record);

        (await Store.LoadAsync()).ShouldNotContain(found => found.Id == record.Id);
    }

    private static RuntimeRecord Full(string name)
    {
        var id = new RuntimeId(Guid.NewGuid().ToString());
        return new RuntimeRecord
        {
            Id = id,
            Owner = "ann",
            Name = name,
            Driver = "docker",
            Spec = new ProvisionSpec
            {
                Id = id,
                Image = "ubuntu:24.04",
                Name = name,
                Command = (List<string>)["sleep", "infinity"],
                Environment = Map(("GREETING", "hällo\n\"x\"")),
                Labels = Map(("project", "demo")),
                Limits = new ResourceLimits(512 << 20, 1.5, 100, 1L << 30),
                Network = NetworkMode.None,
                WorkingDirectory = RemotePath.FromBytes([(byte)'/', 0xff, 0xfe]),
                User = "1000:1000",
            },
            Attributes = Map(("rexec.role", "node")),
            State = RuntimeState.Creating,
            CreatedAt = Time,
            LastUsedAt = Time,
        };
    }

    private static ImmutableDictionary<string, string> Map(params (string Key, string Value)[] entries)
        => entries.ToImmutableDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
}
