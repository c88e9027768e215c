using Yonder.Protocol.Scenes;
using Yonder.Protocol.Scenes.Events;

namespace Yonder.Scenes;

/// <summary>Where events of a server go: one session, or the scene that all share.</summary>
public interface ISceneTarget
{
    /// <summary>Gives an event on its way, in order.</summary>
    /// <param name="message">The event; it is encoded before this returns.</param>
    /// <param name="delivery">What becomes of it when a viewer does not keep up; <see cref="Delivery.Wait"/> when left out.</param>
    /// <param name="cancellationToken">Gives up waiting for room.</param>
    ValueTask SendAsync(ServerEvent message, Delivery delivery = default, CancellationToken cancellationToken = default);
}
