using System.CommandLine;
using Yonder.Cli.Output;
using Yonder.Client;

namespace Yonder.Cli;

/// <summary>What one run of a command has at hand. The client is made when it is first asked for.</summary>
internal sealed class CliContext(ParseResult arguments, CancellationToken cancellationToken) : IAsyncDisposable
{
    private readonly Lazy<YonderClient> _client = new(() => Connect(arguments));

    public ParseResult Arguments => arguments;

    public CancellationToken CancellationToken => cancellationToken;

    public YonderClient Client => _client.Value;

    public CliOutput Output { get; } = new(arguments.GetValue(GlobalOptions.Json));

    public T Get<T>(Argument<T> argument) => arguments.GetRequiredValue(argument);

    public T? Get<T>(Option<T> option) => arguments.GetValue(option);

    public async ValueTask DisposeAsync()
    {
        if (_client.IsValueCreated)
        {
            await _client.Value.DisposeAsync();
        }
    }

    private static YonderClient Connect(ParseResult arguments)
    {
        var address = arguments.GetValue(GlobalOptions.Gateway);
        if (address is not null && !Uri.TryCreate(address, UriKind.Absolute, out _))
        {
            throw new CliException(ExitCodes.Usage, "bad_gateway_address", $"'{address}' is not an address: --gateway takes something like {YonderClientOptions.DefaultAddress}.");
        }

        try
        {
            return new YonderClient(new YonderClientOptions { BaseAddress = address is null ? null : new Uri(address), Token = arguments.GetValue(GlobalOptions.Token) });
        }
        catch (Exception exception) when (exception is ArgumentException or UriFormatException)
        {
            throw new CliException(ExitCodes.Usage, "bad_gateway_address", exception.Message);
        }
    }
}
