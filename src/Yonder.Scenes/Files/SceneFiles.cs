using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Yonder.Scenes.Sockets;

namespace Yonder.Scenes.Files;

/// <summary>The files that scenes are made of, and the page that shows them.</summary>
internal static class SceneFiles
{
    private static readonly FileExtensionContentTypeProvider Types = CreateTypes();

    public static void UseSceneFiles(this WebApplication app, SceneServerOptions options)
    {
        app.Use((context, next) => AllowOriginAsync(context, next, options));
        if (options.ClientRoot is { } root)
        {
            var provider = new ContainedFileProvider(root);
            app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = provider });
            Serve(app, "", provider);
        }

        if (options.Workspaces.Count > 0)
        {
            Serve(app, "/workspace", new CompositeFileProvider(options.Workspaces.Select(folder => new ContainedFileProvider(folder))));
        }

        foreach (var (path, folder) in options.Mounts)
        {
            Serve(app, "/" + path.Trim('/'), new ContainedFileProvider(folder));
        }
    }

    private static void Serve(WebApplication app, string path, IFileProvider provider) => app.UseStaticFiles(new StaticFileOptions
    {
        FileProvider = provider,
        RequestPath = path,
        ContentTypeProvider = Types,
        ServeUnknownFileTypes = true,
        OnPrepareResponse = NoCacheWhenHot,
    });

    // A page of another origin loads the models and pictures of its scene from here.
    private static Task AllowOriginAsync(HttpContext context, RequestDelegate next, SceneServerOptions options)
    {
        if (context.Request.Headers.Origin is [{ Length: > 0 } origin] && SceneAccess.IsOriginAllowed(context.Request, options))
        {
            context.Response.Headers.AccessControlAllowOrigin = origin;
            context.Response.Headers.Vary = "Origin";
        }

        return next(context);
    }

    private static void NoCacheWhenHot(StaticFileResponseContext context)
    {
        if (context.Context.Request.Query.TryGetValue("hot", out var hot) && !string.Equals(hot, "false", StringComparison.OrdinalIgnoreCase))
        {
            context.Context.Response.Headers.CacheControl = "no-cache";
        }
    }

    private static FileExtensionContentTypeProvider CreateTypes()
    {
        var types = new FileExtensionContentTypeProvider();
        foreach (var extension in (string[])[".urdf", ".xacro", ".srdf", ".sdf", ".mjcf", ".dae"])
        {
            types.Mappings[extension] = "application/xml";
        }

        types.Mappings[".stl"] = "model/stl";
        types.Mappings[".obj"] = "model/obj";
        types.Mappings[".gltf"] = "model/gltf+json";
        types.Mappings[".glb"] = "model/gltf-binary";
        types.Mappings[".ply"] = "application/octet-stream";
        types.Mappings[".pcd"] = "application/octet-stream";
        types.Mappings[".yaml"] = "application/yaml";
        types.Mappings[".yml"] = "application/yaml";
        return types;
    }
}
