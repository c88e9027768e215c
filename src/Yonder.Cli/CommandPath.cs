using System.CommandLine;
using System.CommandLine.Parsing;

namespace Yonder.Cli;

/// <summary>The names of the commands that a command line got to, for the hint where to read on.</summary>
internal static class CommandPath
{
    public static string Of(ParseResult parsed)
    {
        var path = "";
        for (var result = parsed.CommandResult; result is { Command: not RootCommand }; result = result.Parent as CommandResult)
        {
            path = $"{result.Command.Name} {path}";
        }

        return path;
    }
}
