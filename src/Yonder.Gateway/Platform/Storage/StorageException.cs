namespace Yonder.Gateway.Platform.Storage;

/// <summary>The database cannot be used by this program. The message is for the person who starts the gateway.</summary>
internal sealed class StorageException(string message, Exception? innerException = null) : Exception(message, innerException);
