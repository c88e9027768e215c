using System.CommandLine;
using System.Globalization;
using System.Net;
using Yonder.Cli.Output;

namespace Yonder.Cli.Commands.Forward;

/// <summary>The port is listened on here, wherever the gateway is.</summary>
internal static class ForwardCommand
{
    private static readonly Argument<string> Remote = new("CONTAINER:PORT") { Description = "The port in the container." };

    private static readonly Argument<string?> Local = new("LOCAL") { Description = "The port here, or address:port; the same port on loopback without it, 0 for a free one.", Arity = ArgumentArity.ZeroOrOne };

    public static Command Create() => new Command("forward", "Reach a port in a container through one here, until Ctrl-C.") { Remote, Local }.Runs(RunAsync);

    private static async Task<int> RunAsync(CliContext context)
    {
        var (container, port) = ParseRemote(context.Get(Remote));
        var local = ParseLocal(context.Arguments.GetValue(Local), port);
        var forward = await context.Client.PortForwards.CreateAsync(container, port, localPort: null, name: null, context.CancellationToken);
        try
        {
            await using var listener = new ForwardListener(context, forward.Id, local);
            context.Output.Write(
                new ForwardDocument(container, port, $"{listener.Address}"),
                CliJson.Default.ForwardDocument,
                static (document, text) => text.WriteLine($"{document.Container}:{document.Port} is at {document.Local} (Ctrl-C ends it)"));
            await listener.RunAsync();
            return ExitCodes.Success;
        }
        finally
        {
            await context.Client.PortForwards.DeleteAsync(container, forward.Id, CancellationToken.None);
        }
    }

    private static (string Container, int Port) ParseRemote(string text)
        => text.LastIndexOf(':') is > 0 and var colon && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535
            ? (text[..colon], port)
            : throw new CliException(ExitCodes.Usage, "bad_port", $"'{text}' is not CONTAINER:PORT, e.g. my-sandbox:8080.");

    private static IPEndPoint ParseLocal(string? text, int port) => text switch
    {
        null => new IPEndPoint(IPAddress.Loopback, port),
        _ when ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => new IPEndPoint(IPAddress.Loopback, number),
        _ when text.Contains(':', StringComparison.Ordinal) && IPEndPoint.TryParse(text, out var address) => address,
        _ => throw new CliException(ExitCodes.Usage, "bad_port", $"'{text}' is not a port here: give a number, or an address like 127.0.0.1:8080."),
    };
}
