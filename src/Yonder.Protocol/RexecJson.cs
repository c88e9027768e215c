using System.Text.Json;
using System.Text.Json.Serialization;
using Yonder.Protocol.Audit;
using Yonder.Protocol.Containers;
using Yonder.Protocol.Files;
using Yonder.Protocol.PortForwards;
using Yonder.Protocol.Processes;
using Yonder.Protocol.Profile;
using Yonder.Protocol.Recordings;
using Yonder.Protocol.Sharing;
using Yonder.Protocol.Status;
using Yonder.Protocol.Terminals;
using Yonder.Protocol.Tokens;

namespace Yonder.Protocol;

/// <summary>The serializer of the Rexec dialect: snake_case, nulls left out. All types are listed here: the generator takes one declaration only.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    PropertyNameCaseInsensitive = true,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(RexecTimeConverter)])]
[JsonSerializable(typeof(RexecError))]
[JsonSerializable(typeof(Container))]
[JsonSerializable(typeof(ContainerList))]
[JsonSerializable(typeof(ContainerSettings))]
[JsonSerializable(typeof(ContainerSettingsResult))]
[JsonSerializable(typeof(ClientPing))]
[JsonSerializable(typeof(ContainerAction))]
[JsonSerializable(typeof(ContainerEvent<Container>), TypeInfoPropertyName = "ContainerEvent")]
[JsonSerializable(typeof(ContainerEvent<ContainerAction>), TypeInfoPropertyName = "ContainerActionEvent")]
[JsonSerializable(typeof(ContainerEvent<ContainerList>), TypeInfoPropertyName = "ContainerListEvent")]
[JsonSerializable(typeof(ContainerEvent<ContainerProgress>), TypeInfoPropertyName = "ContainerProgressEvent")]
[JsonSerializable(typeof(ContainerRefusal))]
[JsonSerializable(typeof(ContainerStats))]
[JsonSerializable(typeof(ShellSetup))]
[JsonSerializable(typeof(ShellStatus))]
[JsonSerializable(typeof(ImageList))]
[JsonSerializable(typeof(RoleList))]
[JsonSerializable(typeof(CreateContainerRequest))]
[JsonSerializable(typeof(CreateProgress))]
[JsonSerializable(typeof(ExecCall))]
[JsonSerializable(typeof(ExecRequest))]
[JsonSerializable(typeof(ExecResult))]
[JsonSerializable(typeof(IReadOnlyList<Container>))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(FileAnswer))]
[JsonSerializable(typeof(FileList))]
[JsonSerializable(typeof(FileUpload))]
[JsonSerializable(typeof(IReadOnlyList<RemoteFile>))]
[JsonSerializable(typeof(MoveRequest))]
[JsonSerializable(typeof(PathRequest))]
[JsonSerializable(typeof(CreatePortForwardRequest))]
[JsonSerializable(typeof(PortForward))]
[JsonSerializable(typeof(IReadOnlyList<PortForward>))]
[JsonSerializable(typeof(PortForwardList))]
[JsonSerializable(typeof(ProcessFrame))]
[JsonSerializable(typeof(IReadOnlyList<Recording>))]
[JsonSerializable(typeof(Recording))]
[JsonSerializable(typeof(RecordingList))]
[JsonSerializable(typeof(RecordingUpdate))]
[JsonSerializable(typeof(StartRecordingRequest))]
[JsonSerializable(typeof(StartedRecording))]
[JsonSerializable(typeof(StoppedRecording))]
[JsonSerializable(typeof(JoinedShare))]
[JsonSerializable(typeof(Share))]
[JsonSerializable(typeof(ShareRequest))]
[JsonSerializable(typeof(GatewayVersion))]
[JsonSerializable(typeof(Health))]
[JsonSerializable(typeof(RecordingMessage))]
[JsonSerializable(typeof(RecordingStatus))]
[JsonSerializable(typeof(InviteRequest))]
[JsonSerializable(typeof(InviteResult))]
[JsonSerializable(typeof(PresenceFrame))]
[JsonSerializable(typeof(ShareList))]
[JsonSerializable(typeof(IReadOnlyList<ParticipantView>))]
[JsonSerializable(typeof(TerminalFrame))]
[JsonSerializable(typeof(TerminalRefusal))]
[JsonSerializable(typeof(TerminalStats))]
[JsonSerializable(typeof(ApiToken))]
[JsonSerializable(typeof(CreateTokenRequest))]
[JsonSerializable(typeof(CreatedToken))]
[JsonSerializable(typeof(IReadOnlyList<ApiToken>))]
[JsonSerializable(typeof(TokenList))]
[JsonSerializable(typeof(TokenValidation))]
[JsonSerializable(typeof(ResultMessage))]
[JsonSerializable(typeof(UserView))]
[JsonSerializable(typeof(ProfileView))]
[JsonSerializable(typeof(GuestRequest))]
[JsonSerializable(typeof(GuestSession))]
[JsonSerializable(typeof(SessionList))]
[JsonSerializable(typeof(RevokedSessions))]
[JsonSerializable(typeof(IReadOnlyList<AuditEntry>))]
[JsonSerializable(typeof(RateLimited))]
public sealed partial class RexecJson : JsonSerializerContext;
