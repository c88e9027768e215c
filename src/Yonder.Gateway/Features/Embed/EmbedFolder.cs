namespace Yonder.Gateway.Features.Embed;

/// <summary>Finds the built widget: beside the program, or in the checkout that the program was built in.</summary>
internal static class EmbedFolder
{
    private const int Levels = 6;

    public static string? Find(string start)
    {
        var folder = new DirectoryInfo(start);
        for (var level = 0; level < Levels && folder is not null; level++, folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "web", "dist", "embed");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
