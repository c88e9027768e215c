namespace Yonder.Gateway.Platform.Hosting;

/// <summary>The gateway cannot start as it was asked to. The message is one line for the person who asked.</summary>
internal sealed class StartException(string message, Exception? innerException = null) : Exception(message, innerException);
