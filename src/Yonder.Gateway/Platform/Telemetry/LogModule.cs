using Microsoft.Extensions.Logging.Console;

namespace Yonder.Gateway.Platform.Telemetry;

/// <summary>Logs go to standard error: standard output says where the gateway listens and nothing else.</summary>
internal static class LogModule
{
    public static IServiceCollection AddLogs(this IServiceCollection services, GatewayOptions options)
    {
        services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        return services.AddLogging(logging =>
        {
            logging.SetMinimumLevel(Enum.Parse<LogLevel>(options.LogLevel, ignoreCase: true));

            // The framework's lines about each request are for whoever debugs the framework.
            logging.AddFilter("Microsoft", LogLevel.Warning);
            if (options.JsonLogs)
            {
                logging.AddJsonConsole(json =>
                {
                    json.UseUtcTimestamp = true;
                    json.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
                });
            }
            else
            {
                logging.AddSimpleConsole(text =>
                {
                    text.SingleLine = true;
                    text.TimestampFormat = "HH:mm:ss.fff ";
                });
            }
        });
    }
}
