namespace Yonder.Client;

/// <summary>What every failure of a call to a gateway derives from: either the gateway refused (<see cref="YonderApiException"/>) or it could not be reached (<see cref="YonderConnectionException"/>).</summary>
public abstract class YonderException : Exception
{
    private protected YonderException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
