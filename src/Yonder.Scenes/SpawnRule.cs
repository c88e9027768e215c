using System.IO.Enumeration;
using Yonder.Protocol.Scenes.Events;
using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Scenes;

/// <summary>A function for each session whose introduction matches.</summary>
internal sealed record SpawnRule(Func<SceneSession, Task> Main, IReadOnlyDictionary<string, string>? Match)
{
    public bool Fits(SceneEvent init) => Match is null || Match.All(pair => init.Value[pair.Key] is { IsNil: false } value
        && FileSystemName.MatchesSimpleExpression(pair.Value, value.Kind == PackKind.Text ? value.AsString() : value.ToString(), ignoreCase: false));
}
