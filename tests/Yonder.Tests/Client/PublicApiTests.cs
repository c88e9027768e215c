using System.Runtime.CompilerServices;
using Yonder.Client;

namespace Yonder.Tests.Client;

/// <summary>What programs are written against changes only on purpose: the text beside this file is the public API.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void The_public_api_is_what_the_checked_in_text_says()
    {
        var file = Path.Combine(Here(), "PublicApi.txt");
        var actual = PublicApiText.Of(typeof(YonderClient).Assembly, except: "Yonder.Client.Scenes");

        if (Environment.GetEnvironmentVariable("YONDER_UPDATE_API") is "1")
        {
            File.WriteAllText(file, actual);
        }

        actual.ShouldBe(File.ReadAllText(file), "The public API changed. If that is meant: YONDER_UPDATE_API=1 ./test PublicApiTests");
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!; // a source file is in a directory
}
