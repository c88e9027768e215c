namespace Yonder.Cli.Output;

/// <summary>A port in a container and where it is reached.</summary>
internal sealed record ForwardDocument(string Container, int Port, string Local);
