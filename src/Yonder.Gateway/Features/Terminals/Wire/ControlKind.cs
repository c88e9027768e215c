namespace Yonder.Gateway.Features.Terminals.Wire;

/// <summary>What a client's control object asks for.</summary>
internal enum ControlKind
{
    Input,
    Resize,
    Ping,
    Pong,
}
