namespace Yonder.Cli.Output;

/// <summary>The reader of our output has gone: there is nobody to tell anything any more.</summary>
internal sealed class BrokenPipeException() : IOException("The reader of the output has gone.");
