using System.CommandLine;

namespace Yonder.Cli;

/// <summary>The options that every command takes.</summary>
internal static class GlobalOptions
{
    public static Option<string?> Gateway { get; } = new("--gateway")
    {
        Description = "Address of the gateway. [default: $YONDER_URL, or http://127.0.0.1:23300]",
        HelpName = "URL",
        Recursive = true,
    };

    public static Option<string?> Token { get; } = new("--token")
    {
        Description = "API token. [default: $YONDER_TOKEN; none is needed for your own gateway on this machine]",
        HelpName = "TOKEN",
        Recursive = true,
    };

    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Print one JSON document, errors included.",
        Recursive = true,
    };

    public static void AddTo(RootCommand root)
    {
        root.Options.Add(Gateway);
        root.Options.Add(Token);
        root.Options.Add(Json);
    }
}
