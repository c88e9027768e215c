namespace Yonder.TestKit.Requirements;

/// <summary>The tests need a program on the PATH.</summary>
public sealed class RequiresProgramAttribute(string program) : RequirementAttribute
{
    public string Program { get; } = program;

    public override string? Missing
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(directory => File.Exists(Path.Combine(directory, Program)))
            ? null
            : $"{Program} is not installed.";
}
