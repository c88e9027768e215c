using System.Diagnostics;

namespace Yonder.Gateway.Tests.Platform.Auth;

/// <summary>Makes requests as the user <c>nobody</c>.</summary>
internal static class OtherUser
{
    /// <summary>Runs curl and returns the body; a word with a colon is a header, others are curl's own arguments.</summary>
    public static async Task<string> GetAsync(Uri url, params string[] words)
    {
        var start = new ProcessStartInfo("setpriv", ["--reuid=nobody", "--regid=nogroup", "--clear-groups", "curl", "-s", "--max-time", "10", "--noproxy", "*"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var word in words)
        {
            if (word.StartsWith("Authorization:", StringComparison.Ordinal))
            {
                start.ArgumentList.Add("-H");
            }

            start.ArgumentList.Add(word);
        }

        start.ArgumentList.Add(url.ToString());
        using var curl = Process.Start(start)!;
        var output = await curl.StandardOutput.ReadToEndAsync();
        await curl.WaitForExitAsync();
        curl.ExitCode.ShouldBe(0);
        return output;
    }
}
