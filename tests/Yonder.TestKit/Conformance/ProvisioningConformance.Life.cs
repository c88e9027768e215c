using Yonder.Runtimes;
using Yonder.Runtimes.Exec;
using Yonder.Runtimes.Provisioning;
using Yonder.TestKit.Requirements;

namespace Yonder.TestKit.Conformance;

/// <content>The life of a runtime.</content>
public abstract partial class ProvisioningConformance
{
    [RequirementFact]
    public async Task A_runtime_is_made_and_runs_commands()
    {
        var spec = Spec();
        var progress = new Recorder();

        var made = await CreateAsync(spec, progress);

        (made.Id, made.State).ShouldBe((spec.Id, ProvisionedState.Running));
        (await Provisioning.FindAsync(spec.Id, Limit)).ShouldNotBeNull().State.ShouldBe(ProvisionedState.Running);
        (await ListAsync()).Count(runtime => runtime.Id == spec.Id).ShouldBe(1);
        (await OutputAsync(spec.Id, "echo hello")).ShouldBe("hello\n");
        var stages = progress.Told.Select(step => step.Stage).ToArray();
        stages.ShouldNotBeEmpty();
        stages.ShouldBe(stages.Order());
    }

    [RequirementFact]
    public async Task Environment_and_directory_are_those_of_the_wish()
    {
        var spec = Spec() with
        {
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["YONDER_A"] = "a b'\"$x\n=", ["YONDER_B"] = "" },
            Labels = new Dictionary<string, string>(StringComparer.Ordinal) { ["purpose"] = "test 'of' labels" },
            WorkingDirectory = RemotePath.Parse("/usr"),
            Name = "some-name",
        };
        await CreateAsync(spec);

        (await OutputAsync(spec.Id, "pwd; printf '%s;%s' \"$YONDER_A\" \"${YONDER_B-unset}\"")).ShouldBe("/usr\na b'\"$x\n=;");
        await Provisioning.StopAsync(spec.Id, TimeSpan.Zero, Limit);
        await Provisioning.StartAsync(spec.Id, Limit);
        (await OutputAsync(spec.Id, "pwd; printf '%s;%s' \"$YONDER_A\" \"${YONDER_B-unset}\"")).ShouldBe("/usr\na b'\"$x\n=;");
    }

    [RequirementFact]
    public async Task Stop_ends_the_processes_and_start_finds_the_files()
    {
        var spec = Spec();
        await CreateAsync(spec);
        await using var runtime = await Provisioning.ConnectAsync(spec.Id, Limit);
        await using var sleeping = await runtime.ExecOf().StartAsync(new() { Command = ["sleep", "1000"] }, Limit);
        await OutputAsync(spec.Id, "echo kept > /tmp/file; echo kept > ~/file");

        await Provisioning.StopAsync(spec.Id, TimeSpan.FromSeconds(1), Limit);

        (await Provisioning.FindAsync(spec.Id, Limit)).ShouldNotBeNull().State.ShouldBe(ProvisionedState.Stopped);
        (await FailsAsync(async () => await Provisioning.ConnectAsync(spec.Id, Limit))).ShouldBe(RuntimeError.WrongState);
        await EndsAsync(sleeping);
        await Provisioning.StopAsync(spec.Id, TimeSpan.FromSeconds(1), Limit);
        (await Provisioning.StartAsync(spec.Id, Limit)).State.ShouldBe(ProvisionedState.Running);
        (await Provisioning.StartAsync(spec.Id, Limit)).State.ShouldBe(ProvisionedState.Running);
        (await OutputAsync(spec.Id, "cat /tmp/file ~/file")).ShouldBe("kept\nkept\n");
    }

    [RequirementFact]
    public async Task A_new_instance_of_the_driver_finds_the_runtime_with_its_files()
    {
        var spec = Spec();
        var stopped = Spec();
        await CreateAsync(spec);
        await CreateAsync(stopped);
        await OutputAsync(spec.Id, "echo kept > /tmp/file");
        await Provisioning.StopAsync(stopped.Id, TimeSpan.Zero, Limit);

        await RestartAsync();

        var found = (await ListAsync()).ToDictionary(runtime => runtime.Id);
        found[stopped.Id].State.ShouldBe(ProvisionedState.Stopped);
        found[spec.Id].State.ShouldBe(OutlivesUs ? ProvisionedState.Running : ProvisionedState.Stopped);
        await Provisioning.StartAsync(spec.Id, Limit);
        (await OutputAsync(spec.Id, "cat /tmp/file")).ShouldBe("kept\n");
        (await FailsAsync(() => CreateAsync(spec))).ShouldBe(RuntimeError.AlreadyExists);
    }

    [RequirementFact]
    public async Task A_paused_runtime_stands_still_and_goes_on()
    {
        var spec = Spec();
        await CreateAsync(spec);
        await using var runtime = await Provisioning.ConnectAsync(spec.Id, Limit);
        await using var counting = await runtime.ExecOf().StartAsync(ExecRuns.Shell("while :; do echo tick; done"), Limit);
        var buffer = new byte[1 << 16];
        await counting.StandardOutput.ReadExactlyAsync(buffer, Limit);

        await Provisioning.PauseAsync(spec.Id, Limit);
        (await Provisioning.FindAsync(spec.Id, Limit)).ShouldNotBeNull().State.ShouldBe(ProvisionedState.Paused);

        // What lies in the pipes comes still; then nothing more.
        var reading = counting.StandardOutput.ReadAsync(buffer, Limit).AsTask();
        while (await Task.WhenAny(reading, Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System)) == reading)
        {
            (await reading).ShouldBeGreaterThan(0);
            reading = counting.StandardOutput.ReadAsync(buffer, Limit).AsTask();
        }

        await Provisioning.ResumeAsync(spec.Id, Limit);
        (await reading).ShouldBeGreaterThan(0);
        (await Provisioning.FindAsync(spec.Id, Limit)).ShouldNotBeNull().State.ShouldBe(ProvisionedState.Running);
    }

    [RequirementFact]
    public async Task A_stopped_runtime_cannot_be_paused()
    {
        var spec = Spec();
        await CreateAsync(spec);
        await Provisioning.StopAsync(spec.Id, TimeSpan.Zero, Limit);

        (await FailsAsync(async () => await Provisioning.PauseAsync(spec.Id, Limit))).ShouldBe(RuntimeError.WrongState);
    }

    [RequirementFact]
    public async Task A_paused_runtime_can_be_stopped_and_deleted()
    {
        var (first, second) = (Spec(), Spec());
        await CreateAsync(first);
        await CreateAsync(second);
        await Provisioning.PauseAsync(first.Id, Limit);
        await Provisioning.PauseAsync(second.Id, Limit);

        await Provisioning.StopAsync(first.Id, TimeSpan.FromSeconds(1), Limit);
        await Provisioning.DeleteAsync(second.Id, Limit);

        (await Provisioning.FindAsync(first.Id, Limit)).ShouldNotBeNull().State.ShouldBe(ProvisionedState.Stopped);
        (await Provisioning.FindAsync(second.Id, Limit)).ShouldBeNull();
    }

    [RequirementFact]
    public async Task Deleting_ends_what_runs_and_leaves_nothing()
    {
        var spec = Spec();
        await CreateAsync(spec);
        await using var runtime = await Provisioning.ConnectAsync(spec.Id, Limit);
        await using var sleeping = await runtime.ExecOf().StartAsync(ExecRuns.Shell("echo started; exec sleep 1000"), Limit);
        var output = sleeping.StandardOutput.ToEndAsync(Limit);

        await Provisioning.DeleteAsync(spec.Id, Limit);

        await EndsAsync(sleeping);
        (await Task.WhenAny(output, Task.Delay(TimeSpan.FromSeconds(10), TimeProvider.System))).ShouldBe(output);
        (await Provisioning.FindAsync(spec.Id, Limit)).ShouldBeNull();
        (await ListAsync()).ShouldNotContain(entry => entry.Id == spec.Id);
        await Provisioning.DeleteAsync(spec.Id, Limit);
        (await FailsAsync(async () => await Provisioning.ConnectAsync(spec.Id, Limit))).ShouldBe(RuntimeError.NotFound);
        await CreateAsync(spec);
        (await OutputAsync(spec.Id, "echo again")).ShouldBe("again\n");
    }

    [RequirementFact]
    public async Task A_runtime_whose_main_command_ends_is_told_to_be_stopped()
    {
        var spec = Spec() with { Command = ["sh", "-c", "while [ ! -e ~/end ]; do sleep 1; done; exit 3"] };
        await CreateAsync(spec);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Limit);
        await using var changes = Provisioning.WatchAsync(stop.Token).GetAsyncEnumerator(stop.Token);
        var change = changes.MoveNextAsync().AsTask();

        await OutputAsync(spec.Id, "touch ~/end");

        while (await change.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System)
            && changes.Current is not RuntimeChanged { Runtime.State: ProvisionedState.Stopped } told)
        {
            change = changes.MoveNextAsync().AsTask();
        }

        changes.Current.ShouldBeOfType<RuntimeChanged>().Id.ShouldBe(spec.Id);
        (await Provisioning.FindAsync(spec.Id, Limit)).ShouldNotBeNull().State.ShouldBe(ProvisionedState.Stopped);
    }

    [RequirementFact]
    public async Task Runtimes_do_not_see_each_others_files()
    {
        var (first, second) = (Spec(), Spec());
        await CreateAsync(first);
        await CreateAsync(second);

        await OutputAsync(first.Id, "echo mine > ~/file; echo mine > /tmp/yonder-private");

        (await ShellAsync(second.Id, "test -e ~/file")).Status.IsSuccess.ShouldBeFalse();
        (await ShellAsync(second.Id, "test -e /tmp/yonder-private")).Status.IsSuccess.ShouldBe(!HasPrivateFiles);
    }

    private async Task EndsAsync(IProcess process)
    {
        try
        {
            (await process.WaitAsync(Limit).WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System)).IsSuccess.ShouldBeFalse();
        }
        catch (RuntimeException)
        {
            // The place went away with the process: how it ended may be unknown, and that is said.
        }
    }
}
