using Microsoft.Extensions.Options;

namespace Yonder.Gateway.Features.Containers;

internal sealed class ContainersOptionsValidator : IValidateOptions<ContainersOptions>
{
    public ValidateOptionsResult Validate(string? name, ContainersOptions options) => options switch
    {
        _ when !options.Plans.ContainsKey(ContainerPlan.Default) => ValidateOptionsResult.Fail($"Containers:Plans needs the plan '{ContainerPlan.Default}'."),
        { ExecTimeout: var time } when time <= TimeSpan.Zero || time > options.ExecTimeoutLimit => ValidateOptionsResult.Fail("Containers:ExecTimeout must lie between 0 and ExecTimeoutLimit."),
        { ExecOutputLimit: < 0 } or { EntriesLimit: < 0 } or { EntryLength: < 0 } => ValidateOptionsResult.Fail("The limits of Containers must not be negative."),
        { SweepInterval: var interval } when interval <= TimeSpan.Zero => ValidateOptionsResult.Fail("Containers:SweepInterval must be positive."),
        _ => ValidateOptionsResult.Success,
    };
}
