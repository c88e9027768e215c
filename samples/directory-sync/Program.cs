// Copies a directory into a container.
// directory-sync CONTAINER LOCAL REMOTE
using Yonder.Client;

if (args is not [var container, var local, var remote])
{
    await Console.Error.WriteLineAsync("directory-sync CONTAINER LOCAL REMOTE");
    return 2;
}

await using var client = new YonderClient();
try
{
    await SyncDirectoryAsync(new DirectoryInfo(local), remote);
    return 0;
}
catch (YonderException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}

async Task SyncDirectoryAsync(DirectoryInfo directory, string target)
{
    await client.Files.MakeDirectoryAsync(container, target);
    foreach (var item in directory.EnumerateFileSystemInfos())
    {
        var path = $"{target}/{item.Name}";
        if (item is DirectoryInfo below)
        {
            await SyncDirectoryAsync(below, path);
        }
        else
        {
            await using var content = File.OpenRead(item.FullName);
            await client.Files.UploadAsync(container, path, content);
            Console.WriteLine($"Uploaded: {path}");
        }
    }
}
