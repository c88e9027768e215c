using System.CommandLine;
using Yonder.Cli.Output;

namespace Yonder.Cli.Commands.Completion;

/// <summary>Prints a script that asks <c>yonder</c> itself what may come next, so that it never goes stale.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _yonder() {
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$(yonder "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2> /dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _yonder yonder
        """;

    private const string Zsh = """
        #compdef yonder
        _yonder() {
            local -a found
            found=("${(@f)$(yonder "[suggest:${CURSOR}]" "${BUFFER}" 2> /dev/null)}")
            compadd -- $found
            _files
        }
        compdef _yonder yonder
        """;

    private const string Fish = """
        complete -c yonder -f -a '(yonder "[suggest:"(commandline -C)"]" (commandline) 2> /dev/null)'
        """;

    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or fish." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        return new Command("completion", "Print a script that completes commands: source <(yonder completion bash)") { shell }.Runs(context =>
        {
            var script = context.Get(shell) switch { "bash" => Bash, "zsh" => Zsh, _ => Fish };
            context.Output.Write(new CompletionScript(context.Get(shell), script), CliJson.Default.CompletionScript, static (document, text) => text.WriteLine(document.Script));
            return Task.FromResult(ExitCodes.Success);
        });
    }
}
