using Yonder.Protocol.Scenes;
using Yonder.Protocol.Scenes.Elements;
using Yonder.Protocol.Scenes.Events;

namespace Yonder.Scenes;

/// <summary>Changes of the scene by name.</summary>
public static class SceneTargetExtensions
{
    extension(ISceneTarget target)
    {
        /// <summary>Lays the scene anew.</summary>
        public ValueTask SetAsync(Scene scene, CancellationToken cancellationToken = default) =>
            target.SendAsync(SceneOps.Set(scene), Delivery.Wait, cancellationToken);

        /// <summary>Adds a part.</summary>
        public ValueTask AddAsync(SceneNode node, string? to = null, CancellationToken cancellationToken = default) =>
            target.AddAsync([node], to, cancellationToken);

        /// <summary>Adds parts, into the scene or into the part or list named <paramref name="to"/>.</summary>
        public ValueTask AddAsync(IReadOnlyList<SceneNode> nodes, string? to = null, CancellationToken cancellationToken = default) =>
            target.SendAsync(SceneOps.Add(nodes, to), Delivery.Wait, cancellationToken);

        /// <summary>Changes a part or adds it.</summary>
        public ValueTask UpsertAsync(SceneNode node, string? to = null, Delivery delivery = default, CancellationToken cancellationToken = default) =>
            target.UpsertAsync([node], to, delivery, cancellationToken);

        /// <summary>Changes parts and adds those that are missing, inside the part or list named <paramref name="to"/>.</summary>
        public ValueTask UpsertAsync(IReadOnlyList<SceneNode> nodes, string? to = null, Delivery delivery = default, CancellationToken cancellationToken = default) =>
            target.SendAsync(SceneOps.Upsert(nodes, to), delivery, cancellationToken);

        /// <summary>Changes a part that is there.</summary>
        public ValueTask UpdateAsync(SceneNode node, Delivery delivery = default, CancellationToken cancellationToken = default) =>
            target.UpdateAsync([node], delivery, cancellationToken);

        /// <summary>Changes parts that are there.</summary>
        public ValueTask UpdateAsync(IReadOnlyList<SceneNode> nodes, Delivery delivery = default, CancellationToken cancellationToken = default) =>
            target.SendAsync(SceneOps.Update(nodes), delivery, cancellationToken);

        /// <summary>Removes parts.</summary>
        public ValueTask RemoveAsync(params string[] keys) => target.SendAsync(SceneOps.Remove(keys));
    }
}
