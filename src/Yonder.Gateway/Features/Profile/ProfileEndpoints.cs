using Microsoft.AspNetCore.Http.HttpResults;
using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Problems;
using Yonder.Protocol;
using Yonder.Protocol.Profile;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Features.Profile;

internal static class ProfileEndpoints
{
    public static async Task<JsonHttpResult<ProfileView>> GetAsync(
        Caller caller, UserStore users, RuntimeRegistry registry, CancellationToken cancellationToken)
    {
        var user = await FindAsync(caller, users, cancellationToken);
        var containers = await registry.ListAsync(caller.UserId, cancellationToken);
        var plan = Plan.Of(caller.Tier);
        return TypedResults.Json(
            new ProfileView(
                user.ToView(),
                new ProfileStats(containers.Count, plan.Containers, SshKeys: 0),
                new ProfileLimits(plan.Containers, plan.Agents, plan.MemoryMb, plan.CpuShares, plan.DiskMb)),
            RexecJson.Default.ProfileView);
    }

    public static async Task<JsonHttpResult<UserView>> GetUserAsync(Caller caller, UserStore users, CancellationToken cancellationToken)
        => TypedResults.Json((await FindAsync(caller, users, cancellationToken)).ToView(), RexecJson.Default.UserView);

    private static async Task<UserRecord> FindAsync(Caller caller, UserStore users, CancellationToken cancellationToken)
        => await users.FindAsync(caller.UserId, cancellationToken) ?? throw new ProblemException(AuthProblems.UserNotFound);
}
