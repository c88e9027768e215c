using Yonder.Runtimes.Provisioning;

namespace Yonder.Drivers.Local.Sandboxes;

/// <summary>Says for people how sandboxes are kept apart.</summary>
internal static class Isolations
{
    public static string Describe(Isolation isolation, NetworkMode network) => isolation is Isolation.Plain
        ? "none: processes of the host with a home of their own"
        : $"bubblewrap: own processes, read-only host, private home and /tmp, {(network is NetworkMode.None ? "no network" : "the host's network")}";
}
