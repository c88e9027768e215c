using System.Security.Cryptography;
using Yonder.Runtimes;
using Yonder.Runtimes.Provisioning;
using Yonder.TestKit.Requirements;

namespace Yonder.TestKit.Conformance;

/// <summary>What making, running and removing runtimes does on every driver. Parts: life, limits.</summary>
public abstract partial class ProvisioningConformance : IAsyncLifetime, IDisposable
{
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(2));
    private readonly List<IRuntimeDriver> _drivers = [];
    private readonly List<RuntimeId> _made = [];
    private IRuntimeDriver? _driver;

    /// <summary>Gets the end of all patience: no test waits for ever.</summary>
    protected CancellationToken Limit => _limit.Token;

    /// <summary>Gets an image that the driver has.</summary>
    protected abstract string Image { get; }

    /// <summary>Gets an image that no driver has.</summary>
    protected virtual string UnknownImage => "yonder-tests/no-such-image:never";

    /// <summary>Gets a value indicating whether what runs goes on when our process ends; otherwise it is stopped afterwards, with its files.</summary>
    protected virtual bool OutlivesUs => true;

    /// <summary>Gets a value indicating whether memory limits are enforced here.</summary>
    protected virtual bool EnforcesMemory => true;

    /// <summary>Gets a value indicating whether limits of processes are enforced here.</summary>
    protected virtual bool EnforcesProcesses => true;

    /// <summary>Gets a value indicating whether processor limits are enforced here.</summary>
    protected virtual bool EnforcesCpu => true;

    /// <summary>Gets a value indicating whether a runtime can be cut off the network here.</summary>
    protected virtual bool CutsNetwork => true;

    /// <summary>Gets a value indicating whether runtimes do not see each other's <c>/tmp</c>.</summary>
    protected virtual bool HasPrivateFiles => true;

    private IProvisioning Provisioning => _driver.ShouldNotBeNull().Provisioning.ShouldNotBeNull();

    public virtual async Task InitializeAsync() => _driver = await RestartAsync();

    public virtual async Task DisposeAsync()
    {
        foreach (var id in _made)
        {
            await Provisioning.DeleteAsync(id, CancellationToken.None);
        }

        foreach (var driver in _drivers)
        {
            await CloseAsync(driver);
        }
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    [RequirementFact]
    public async Task An_image_that_does_not_exist_is_said_and_leaves_nothing()
    {
        var spec = Spec() with { Image = UnknownImage };

        (await FailsAsync(async () => await CreateAsync(spec))).ShouldBe(RuntimeError.ImageNotFound);

        (await Provisioning.FindAsync(spec.Id, Limit)).ShouldBeNull();
    }

    [RequirementFact]
    public async Task An_id_that_is_unknown_is_said()
    {
        var id = NewId();

        (await Provisioning.FindAsync(id, Limit)).ShouldBeNull();
        await Provisioning.DeleteAsync(id, Limit);
        (await FailsAsync(async () => await Provisioning.StartAsync(id, Limit))).ShouldBe(RuntimeError.NotFound);
        (await FailsAsync(async () => await Provisioning.StopAsync(id, TimeSpan.FromSeconds(1), Limit))).ShouldBe(RuntimeError.NotFound);
        (await FailsAsync(async () => await Provisioning.PauseAsync(id, Limit))).ShouldBe(RuntimeError.NotFound);
        (await FailsAsync(async () => await Provisioning.ResumeAsync(id, Limit))).ShouldBe(RuntimeError.NotFound);
        (await FailsAsync(async () => await Provisioning.UpdateLimitsAsync(id, ResourceLimits.None, Limit))).ShouldBe(RuntimeError.NotFound);
        (await FailsAsync(async () => await Provisioning.ConnectAsync(id, Limit))).ShouldBe(RuntimeError.NotFound);
    }

    [RequirementFact]
    public async Task Two_creates_with_one_id_make_one_runtime()
    {
        var spec = Spec();

        var creates = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try
            {
                await CreateAsync(spec);
                return (RuntimeError?)null;
            }
            catch (RuntimeException exception)
            {
                return exception.Error;
            }
        }));

        creates.Count(error => error is null).ShouldBe(1);
        creates.Where(error => error is not null).ShouldAllBe(error => error == RuntimeError.AlreadyExists);
        (await OutputAsync(spec.Id, "echo alive")).ShouldBe("alive\n");
    }

    [RequirementFact]
    public async Task Twenty_runtimes_are_made_at_once()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            var spec = Spec() with { Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["NUMBER"] = $"{i}" } };
            await CreateAsync(spec);
            return (spec.Id, Output: await OutputAsync(spec.Id, "echo $NUMBER"));
        }));

        made.Select(runtime => runtime.Output).ShouldBe(Enumerable.Range(0, 20).Select(i => $"{i}\n"));
        var listed = await ListAsync();
        made.ShouldAllBe(runtime => listed.Any(entry => entry.Id == runtime.Id && entry.State == ProvisionedState.Running));
    }

    [RequirementFact]
    public async Task A_cancelled_creation_leaves_nothing()
    {
        var spec = Spec();
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(async () => await Provisioning.CreateAsync(spec, new Recorder(), cancel.Token));

        (await Provisioning.FindAsync(spec.Id, Limit)).ShouldBeNull();
        (await CreateAsync(spec)).State.ShouldBe(ProvisionedState.Running);
    }

    /// <summary>Makes a driver over the same engine and data as before, as after a restart of our process.</summary>
    protected abstract Task<IRuntimeDriver> OpenDriverAsync();

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _limit.Dispose();
        }
    }

    /// <summary>A wish for a runtime with a new id.</summary>
    protected virtual ProvisionSpec Spec() => new() { Id = NewId(), Image = Image };

    private static RuntimeId NewId() => new($"test-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}");

    private static async Task<RuntimeError> FailsAsync(Func<Task> action) => (await Should.ThrowAsync<RuntimeException>(action)).Error;

    private static async Task CloseAsync(IRuntimeDriver driver)
    {
        if (driver is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
    }

    private async Task<IRuntimeDriver> RestartAsync()
    {
        if (_driver is not null)
        {
            _drivers.Remove(_driver);
            await CloseAsync(_driver);
        }

        _driver = await OpenDriverAsync();
        _drivers.Add(_driver);
        return _driver;
    }

    private async Task<ProvisionedRuntime> CreateAsync(ProvisionSpec spec, Recorder? progress = null)
    {
        lock (_made)
        {
            _made.Add(spec.Id);
        }

        return await Provisioning.CreateAsync(spec, progress ?? new Recorder(), Limit);
    }

    private async Task<ProcessResult> ShellAsync(RuntimeId id, string script)
    {
        await using var runtime = await Provisioning.ConnectAsync(id, Limit);
        return await runtime.ExecOf().ShellAsync(script);
    }

    private async Task<string> OutputAsync(RuntimeId id, string script) => (await ShellAsync(id, script)).Expected();

    private async Task<List<ProvisionedRuntime>> ListAsync()
    {
        var all = new List<ProvisionedRuntime>();
        await foreach (var runtime in Provisioning.ListAsync(Limit))
        {
            all.Add(runtime);
        }

        return all;
    }

    /// <summary>Remembers what a creation told, on the thread that told it.</summary>
    protected sealed class Recorder : IProgress<ProvisionProgress>
    {
        private readonly List<ProvisionProgress> _told = [];

        public IReadOnlyList<ProvisionProgress> Told => _told;

        public void Report(ProvisionProgress value)
        {
            lock (_told)
            {
                _told.Add(value);
            }
        }
    }
}
