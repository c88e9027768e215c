namespace Yonder.Gateway.Platform.Auth;

/// <summary>What a tier allows, for each user and each of their containers.</summary>
/// <param name="Containers">How many containers.</param>
/// <param name="Agents">How many machines of their own.</param>
/// <param name="MemoryMb">Memory of a container.</param>
/// <param name="CpuShares">CPU of a container in thousandths of a core.</param>
/// <param name="DiskMb">Disk of a container.</param>
internal sealed record Plan(int Containers, int Agents, int MemoryMb, int CpuShares, int DiskMb)
{
    private static readonly Plan Guest = new(1, 0, 512, 500, 2048);
    private static readonly Plan Free = new(5, 5, 2048, 2000, 10240);
    private static readonly Plan Pro = new(10, 10, 4096, 4000, 20480);

    // The owner of the machine is not held to a hosted service's price list; the number only stops runaway programs.
    private static readonly Plan Enterprise = new(1000, 25, 8192, 8000, 51200);

    public static Plan Of(string tier) => tier switch
    {
        "guest" => Guest,
        "pro" => Pro,
        "enterprise" => Enterprise,
        _ => Free,
    };
}
