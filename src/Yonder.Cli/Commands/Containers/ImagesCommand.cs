using System.CommandLine;
using Yonder.Cli.Output;
using Yonder.Protocol;
using Yonder.Protocol.Containers;

namespace Yonder.Cli.Commands.Containers;

internal static class ImagesCommand
{
    public static Command Create()
    {
        var all = new Option<bool>("--all", "-a") { Description = "All of them, not the popular ones only." };
        return new Command("images", "List the images that have short names.") { all }.Runs(async context =>
        {
            var images = await context.Client.Containers.ListImagesAsync(context.Get(all), context.CancellationToken);
            context.Output.Write(images, RexecJson.Default.ImageList, Print);
            return ExitCodes.Success;
        });
    }

    private static void Print(ImageList list, TextWriter text)
    {
        var table = new Table("NAME", "IMAGE", "DESCRIPTION");
        foreach (var image in list.Images)
        {
            table.Add(image.Name, image.Tags.Count > 0 ? image.Tags[0] : "", image.DisplayName);
        }

        table.WriteTo(text);
    }
}
