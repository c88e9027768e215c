using Yonder.Protocol.Scenes;

namespace Yonder.Client.Scenes;

/// <summary>Connecting again after a link broke. Events given meanwhile wait, and leave after the new introduction.</summary>
internal sealed partial class SceneConnection
{
    private async Task<bool> ReconnectAsync(Exception? fault)
    {
        if (_options.Reconnect is not { } policy || fault is not SceneException { Error: SceneError.ConnectionLost } || _closing.IsCancellationRequested)
        {
            return false;
        }

        Outbox.Pause();
        await Outbox.WhenIdleAsync().WaitAsync(_closing.Token).ConfigureAwait(false);
        for (var attempt = 0; attempt < policy.Attempts; attempt++)
        {
            try
            {
                _link = await SceneLink.OpenAsync(_options, Outbox, _closing.Token).ConfigureAwait(false);
                IsOpen = true;
                if (Outbox.Resume())
                {
                    _link.Socket.SendElsewhere();
                }

                return true;
            }
            catch (SceneException e) when (e.Error == SceneError.Refused)
            {
                Fault = e;
                await Task.Delay(policy.Pause(attempt), _options.Time, _closing.Token).ConfigureAwait(false);
            }
        }

        return false;
    }
}
