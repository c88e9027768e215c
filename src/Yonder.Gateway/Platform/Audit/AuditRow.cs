using Yonder.Gateway.Platform.Storage;
using Yonder.Protocol.Audit;

namespace Yonder.Gateway.Platform.Audit;

/// <summary>An entry as the database holds it.</summary>
internal sealed class AuditRow
{
    public required string Id { get; init; }

    public required string UserId { get; init; }

    public required string Action { get; init; }

    public string? IpAddress { get; init; }

    public string? UserAgent { get; init; }

    public string? Details { get; init; }

    public required long CreatedAt { get; init; }

    public AuditEntry ToEntry() => new()
    {
        Id = Id,
        UserId = UserId,
        Action = Action,
        IpAddress = IpAddress,
        UserAgent = UserAgent,
        Details = Details,
        CreatedAt = Micros.FromMicros(CreatedAt),
    };
}
