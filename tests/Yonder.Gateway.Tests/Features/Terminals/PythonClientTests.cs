using System.Diagnostics;
using Yonder.TestKit.Requirements;

namespace Yonder.Gateway.Tests.Features.Terminals;

/// <summary>What a Python user of the terminal sees, with the library that Rexec's own SDK stands on.</summary>
[RequiresProgram("/usr/bin/python3")]
public sealed class PythonClientTests(TerminalWorld world) : IClassFixture<TerminalWorld>
{
    private const string Script =
        """
        import asyncio, sys, websockets

        output = []

        async def run_script(url, script):
            async with websockets.connect(url) as term:
                await term.send('{"type":"resize","cols":80,"rows":24}')
                await term.send(f"{script}\nexit\n".encode())
                async for data in term:
                    assert isinstance(data, bytes), type(data)
                    output.append(data)
            return b"".join(output).decode()

        try:
            print(asyncio.run(asyncio.wait_for(run_script(sys.argv[1], sys.argv[2]), 25)))
        except TimeoutError:
            sys.exit(f"exit did not end it; received {len(b''.join(output))} bytes: {b''.join(output)[:300]} ... {b''.join(output)[-300:]}")
        """;

    [RequirementFact]
    public async Task A_script_that_ends_with_exit_ends_the_iteration_with_all_of_its_output()
    {
        var start = new ProcessStartInfo("/usr/bin/python3") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = ["-c", Script, world.Gateway.Socket($"/ws/terminal/{world.Container}").ToString(), "seq 1 30000; echo total $((6*7))"];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var python = Process.Start(start)!;
        var errors = python.StandardError.ReadToEndAsync();
        var output = await python.StandardOutput.ReadToEndAsync();
        await python.WaitForExitAsync();

        python.ExitCode.ShouldBe(0, await errors);
        output.ShouldContain("\r\n30000\r\n");
        output.ShouldContain("total 42");
    }
}
