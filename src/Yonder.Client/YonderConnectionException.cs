namespace Yonder.Client;

/// <summary>The gateway could not be reached, did not answer in time, or the connection broke.</summary>
/// <param name="message">What happened.</param>
/// <param name="innerException">What the network said.</param>
public sealed class YonderConnectionException(string message, Exception? innerException = null) : YonderException(message, innerException);
