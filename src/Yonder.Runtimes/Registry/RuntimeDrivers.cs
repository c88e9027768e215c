using System.Collections.Frozen;
using Yonder.Runtimes.Provisioning;

namespace Yonder.Runtimes.Registry;

/// <summary>The drivers by scheme, and the choice of the one that makes runtimes when nobody names one.</summary>
public sealed class RuntimeDrivers(IEnumerable<IRuntimeDriver> drivers, RuntimeRegistryOptions options)
{
    /// <summary>In order of preference: real containers where an engine answers, this machine otherwise.</summary>
    private static readonly string[] Preference = ["docker", "local"];

    private readonly FrozenDictionary<string, IRuntimeDriver> _byScheme = drivers.ToFrozenDictionary(driver => driver.Scheme, StringComparer.Ordinal);
    private IRuntimeDriver? _default;

    /// <summary>Gets all drivers.</summary>
    public IReadOnlyList<IRuntimeDriver> All => _byScheme.Values;

    /// <summary>Returns the driver of a scheme; <see langword="null"/> when there is none.</summary>
    public IRuntimeDriver? Find(string scheme) => _byScheme.GetValueOrDefault(scheme);

    /// <summary>Returns the driver of a scheme.</summary>
    /// <exception cref="RuntimeException">There is none.</exception>
    public IRuntimeDriver Require(string scheme)
        => Find(scheme) ?? throw new RuntimeException(RuntimeError.UnknownDriver, $"There is no driver '{scheme}'; there are: {string.Join(", ", _byScheme.Keys.Order(StringComparer.Ordinal))}.");

    /// <summary>Returns what makes runtimes for a scheme.</summary>
    /// <exception cref="RuntimeException">There is no such driver, or it only reaches places that exist.</exception>
    public IProvisioning RequireProvisioning(string scheme)
        => Require(scheme).Provisioning ?? throw new RuntimeException(RuntimeError.NotSupported, $"The driver '{scheme}' connects to places that exist; it makes none.");

    /// <summary>Returns the driver that makes runtimes when nobody names one. Once the preferred engine has answered, the choice stays: an engine that is away for a moment never turns wishes for containers into something else.</summary>
    public async ValueTask<IRuntimeDriver> DefaultAsync(CancellationToken cancellationToken = default)
    {
        if (_default is { } known)
        {
            return known;
        }

        if (options.DefaultDriver is { } named)
        {
            return _default = Require(named);
        }

        var candidates = Preference.Select(Find).OfType<IRuntimeDriver>().Concat(All).Where(driver => driver.Provisioning is not null).Distinct().ToArray();
        foreach (var driver in candidates)
        {
            if ((await driver.CheckAsync(cancellationToken)).IsAvailable)
            {
                // Only the first choice is kept: a better engine may still come up.
                return driver == candidates[0] ? _default = driver : driver;
            }
        }

        throw new RuntimeException(RuntimeError.Unreachable, "No driver can make runtimes here: start a Docker Engine, or install bubblewrap.");
    }
}
