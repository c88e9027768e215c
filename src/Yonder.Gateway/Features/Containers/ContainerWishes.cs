using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Options;
using Yonder.Gateway.Features.Containers.Images;
using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Problems;
using Yonder.Protocol.Containers;
using Yonder.Runtimes.Provisioning;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Features.Containers;

/// <summary>Makes the registry's wish of a caller's request, refusing what makes no sense.</summary>
internal sealed class ContainerWishes(IOptions<ContainersOptions> options)
{
    private readonly ContainersOptions _options = options.Value;

    public NewRuntime Make(Caller caller, CreateContainerRequest request)
    {
        var plan = _options.Of(caller);
        var image = ImageReferences.Resolve(request.Image, request.CustomImage);
        return new NewRuntime
        {
            Owner = caller.UserId,
            Name = ContainerNames.Choose(request.Name),
            Driver = request.Driver ?? image.Driver,
            OwnerLimit = plan.Containers is 0 ? null : plan.Containers,
            Attributes = Attributes(request, image),
            Spec = new ProvisionSpec
            {
                Id = default, // the registry gives it
                Image = image.Reference,
                Environment = Variables(request.Environment),
                Labels = Entries(request.Labels, "labels"),
                Limits = plan.Fit(request.MemoryMb, request.CpuShares, request.DiskMb),
                Network = Network(request.NetworkMode),
            },
        };
    }

    private static ImmutableDictionary<string, string> Attributes(CreateContainerRequest request, ImageChoice image)
    {
        var attributes = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        attributes[ContainerAttributes.Image] = image.AsAsked;
        if (request.Role is { Length: > 0 and <= 64 } role)
        {
            attributes[ContainerAttributes.Role] = role;
        }

        AddSeconds(attributes, ContainerAttributes.IdleTimeoutSeconds, request.IdleTimeoutSeconds);
        AddSeconds(attributes, ContainerAttributes.MaxLifetimeSeconds, request.MaxLifetimeSeconds);
        return attributes.ToImmutable();
    }

    private static void AddSeconds(ImmutableDictionary<string, string>.Builder attributes, string name, long? seconds)
    {
        if (seconds is < 0 or > int.MaxValue)
        {
            throw Invalid("invalid_lifetime", "idle_timeout_seconds and max_lifetime_seconds must be whole numbers of seconds, 0 for never");
        }

        if (seconds is > 0)
        {
            attributes[name] = seconds.Value.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static NetworkMode Network(string? mode) => mode switch
    {
        null or "" or "default" => NetworkMode.Full,
        "none" => NetworkMode.None,
        _ => throw Invalid("invalid_network_mode", "network_mode must be 'default' or 'none'"),
    };

    private ImmutableDictionary<string, string> Variables(IReadOnlyDictionary<string, string>? variables)
        => variables?.Keys.FirstOrDefault(name => name.Length is 0 || name.Contains('=', StringComparison.Ordinal)) is { } bad
            ? throw Invalid("invalid_environment", $"environment: '{bad}' is not the name of a variable")
            : Entries(variables, "environment");

    private ImmutableDictionary<string, string> Entries(IReadOnlyDictionary<string, string>? entries, string field)
    {
        if (entries is null)
        {
            return [];
        }

        if (entries.Count > _options.EntriesLimit)
        {
            throw Invalid($"invalid_{field}", $"{field}: {entries.Count} entries are more than the {_options.EntriesLimit} allowed");
        }

        foreach (var (name, value) in entries)
        {
            // The dictionary's type says the value is there; JSON's null says otherwise.
            if (value is null || name.Length + value.Length > _options.EntryLength || name.Contains('\0', StringComparison.Ordinal) || value.Contains('\0', StringComparison.Ordinal))
            {
                throw Invalid($"invalid_{field}", $"{field}: an entry must be text of at most {_options.EntryLength} characters, without NUL");
            }
        }

        return entries.ToImmutableDictionary(StringComparer.Ordinal);
    }

    private static ProblemException Invalid(string code, string message) => new(new Problem(StatusCodes.Status400BadRequest, code, message));
}
