using Yonder.Protocol.Scenes.Elements;
using Yonder.Protocol.Scenes.Elements.Models;

namespace Yonder.Scenes.Models;

/// <summary>Models from files of the program's machine: the file itself goes to the browser, which need not reach that machine.</summary>
public static class ModelFiles
{
    /// <summary>Reads a model; the ending of its name says what it is.</summary>
    /// <exception cref="NotSupportedException">The ending is none of a model.</exception>
    public static async Task<ModelElement> LoadAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".GLB" or ".GLTF" => new Glb { Buff = await File.ReadAllBytesAsync(path, cancellationToken) },
            ".STL" => new Stl { Buff = await File.ReadAllBytesAsync(path, cancellationToken) },
            ".PLY" => new Ply { Buff = await File.ReadAllBytesAsync(path, cancellationToken) },
            ".FBX" => new Fbx { Buff = await File.ReadAllBytesAsync(path, cancellationToken) },
            ".OBJ" => new Obj { Text = await File.ReadAllTextAsync(path, cancellationToken) },
            ".DAE" => new Dae { Text = await File.ReadAllTextAsync(path, cancellationToken) },
            ".URDF" => new Urdf { Text = await File.ReadAllTextAsync(path, cancellationToken) },
            ".BVH" => new Bvh { Text = await File.ReadAllTextAsync(path, cancellationToken) },
            var ending => throw new NotSupportedException($"{ending} is no model: glb, gltf, stl, ply, fbx, obj, dae, urdf and bvh are."),
        };
    }
}
