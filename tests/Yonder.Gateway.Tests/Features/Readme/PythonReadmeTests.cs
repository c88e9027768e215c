using System.Diagnostics;
using System.Runtime.CompilerServices;
using Yonder.TestKit.Requirements;

namespace Yonder.Gateway.Tests.Features.Readme;

/// <summary>The flow of the Python SDK's README, by a program that knows only the wire.</summary>
public sealed class PythonReadmeTests
{
    [RequirementFact]
    [RequiresProgram("python3")]
    public async Task Containers_and_files_work_from_python_as_its_readme_shows()
    {
        await using var gateway = await GatewayFixture.StartAsync(options => options with { Driver = "local" });
        var start = new ProcessStartInfo("/usr/bin/python3", [Path.Combine(Here(), "readme_flow.py"), gateway.Url.ToString(), "host"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        using var python = Process.Start(start).ShouldNotBeNull();
        var output = python.StandardOutput.ReadToEndAsync();
        var errors = await python.StandardError.ReadToEndAsync().WaitAsync(TimeSpan.FromMinutes(1));
        await python.WaitForExitAsync();

        python.ExitCode.ShouldBe(0, errors);
        (await output).ShouldBe("done\n");
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
