using Yonder.Runtimes.Keeper;

namespace Yonder.Gateway.Platform.Terminals;

/// <summary>One shell that is kept, as it was when asked.</summary>
/// <param name="Key">What makes it.</param>
/// <param name="Info">How it is doing.</param>
/// <param name="IsNew">Whether it was started just now.</param>
internal sealed record TerminalSession(TerminalKey Key, KeptInfo Info, bool IsNew = false);
