using System.CommandLine;
using Yonder.Gateway;

namespace Yonder.Cli.Commands;

/// <summary>Runs the gateway until a signal stops it. What each option means is <see cref="GatewayOptions"/>' to say.</summary>
internal static class ServeCommand
{
    private static readonly Option<string> Listen = new("--listen") { Description = "Address to listen on; port 0 picks a free one.", DefaultValueFactory = _ => "127.0.0.1:23300" };

    private static readonly Option<string> ScenesListen = new("--scenes-listen") { Description = "Address that scenes are served on.", DefaultValueFactory = _ => "127.0.0.1:8012" };

    private static readonly Option<string> Data = new("--data") { Description = "Folder that all state is kept in.", DefaultValueFactory = _ => DefaultData() };

    private static readonly Option<string> Database = new("--database")
    {
        Description = "Where state is kept: sqlite (in the data folder) or postgres://user:password@host:port/database.",
        DefaultValueFactory = _ => "sqlite",
    };

    private static readonly Option<string?> Driver = new("--driver") { Description = "Driver that makes containers, e.g. docker or local. Docker when its engine answers, else local, when not given." };

    private static readonly Option<string[]> AllowOrigin = new("--allow-origin")
    {
        Description = "Origin whose pages may call with a token, e.g. https://example.com; * for any. May be given several times.",
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<bool> AllowGuests = new("--allow-guests") { Description = "Let anyone who can reach the gateway sign in as a guest." };

    private static readonly Option<bool> Insecure = new("--insecure") { Description = "Listen beyond this machine without HTTPS." };

    private static readonly Option<string?> Certificate = new("--cert") { Description = "PEM file of the certificate (and its chain) for HTTPS." };

    private static readonly Option<string?> Key = new("--key") { Description = "PEM file of the certificate's key." };

    private static readonly Option<bool> NoBrowser = new("--no-browser") { Description = "Do not open the console in a browser." };

    private static readonly Option<bool> JsonLogs = new("--json-logs") { Description = "Write logs as JSON, one object a line." };

    private static readonly Option<string> LogLevel = LogLevelOption();

    public static Command Create()
    {
        var command = new Command("serve", "Run the gateway.")
        {
            Listen, ScenesListen, Data, Database, Driver, AllowOrigin, AllowGuests, Insecure, Certificate, Key, NoBrowser, JsonLogs, LogLevel,
        };
        command.SetAction((arguments, cancellationToken) => GatewayHost.RunAsync(Read(arguments), Console.Out, Console.Error, cancellationToken));
        return command;
    }

    private static GatewayOptions Read(ParseResult arguments) => new()
    {
        Listen = arguments.GetRequiredValue(Listen),
        ScenesListen = arguments.GetRequiredValue(ScenesListen),
        DataDirectory = arguments.GetRequiredValue(Data),
        Database = arguments.GetRequiredValue(Database),
        Driver = arguments.GetValue(Driver),
        AllowedOrigins = arguments.GetRequiredValue(AllowOrigin),
        AllowGuests = arguments.GetValue(AllowGuests),
        AllowInsecure = arguments.GetValue(Insecure),
        CertificateFile = arguments.GetValue(Certificate),
        KeyFile = arguments.GetValue(Key),
        OpenBrowser = !arguments.GetValue(NoBrowser),
        JsonLogs = arguments.GetValue(JsonLogs),
        LogLevel = arguments.GetRequiredValue(LogLevel),
        ApiKey = Environment.GetEnvironmentVariable("YONDER_API_KEY") is { Length: > 0 } key ? key : null,
    };

    private static Option<string> LogLevelOption()
    {
        var option = new Option<string>("--log-level") { Description = "The least that is logged.", DefaultValueFactory = _ => "information" };
        option.AcceptOnlyFromAmong("debug", "information", "warning", "error");
        return option;
    }

    private static string DefaultData()
        => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "yonder");
}
