using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Yonder.Tests.Architecture;

/// <summary>The dependency rules of docs/architecture.md, read from the sources themselves.</summary>
public sealed partial class DependencyTests
{
    private static readonly string Src = Path.GetFullPath(Path.Combine(Here(), "../../../src"));

    [Theory]
    [InlineData("Yonder.Protocol")]
    [InlineData("Yonder.Runtimes")]
    [InlineData("Yonder.Drivers", "Yonder.Runtimes")]
    [InlineData("Yonder.Gateway", "Yonder.Drivers", "Yonder.Protocol")]
    [InlineData("Yonder.Client", "Yonder.Protocol")]
    [InlineData("Yonder.Scenes", "Yonder.Protocol")]
    [InlineData("Yonder.Cli", "Yonder.Client", "Yonder.Gateway")]
    public void A_project_references_only_what_the_design_allows(string project, params string[] allowed)
    {
        var text = File.ReadAllText(Path.Combine(Src, project, $"{project}.csproj"));
        ProjectReference().Matches(text).Select(match => match.Groups["name"].Value).ShouldBe(allowed, ignoreOrder: true);
    }

    [Theory]
    [InlineData("Yonder.Gateway/Features", "Features")]
    [InlineData("Yonder.Drivers", "Drivers", "Posix")]
    public void No_folder_reaches_into_its_sibling(string folder, string word, params string[] shared)
    {
        var root = Path.Combine(Src, folder);
        var trespasses =
            from file in Directory.Exists(root) ? Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories) : []
            let own = Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar)
            where own.Length > 1
            from Match use in Regex.Matches(File.ReadAllText(file), $@"Yonder\.\w+\.?{word}\.(?<name>\w+)|Yonder\.{word}\.(?<name>\w+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
            let name = use.Groups["name"].Value
            where !string.Equals(name, own[0], StringComparison.Ordinal) && !shared.Contains(name, StringComparer.Ordinal)
            select $"{file} uses {use.Value}";

        trespasses.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Yonder.Runtimes", "Microsoft.AspNetCore")]
    [InlineData("Yonder.Runtimes", "System.Text.Json")]
    [InlineData("Yonder.Drivers", "Microsoft.AspNetCore")]
    [InlineData("Yonder.Drivers", "Yonder.Protocol")]
    [InlineData("Yonder.Client", "Microsoft.AspNetCore")]
    public void A_layer_does_not_name_what_it_must_not_know(string project, string name)
    {
        var offenders =
            from file in Directory.EnumerateFiles(Path.Combine(Src, project), "*.cs", SearchOption.AllDirectories)
            where File.ReadAllText(file).Contains(name, StringComparison.Ordinal)
            select file;

        offenders.ShouldBeEmpty();
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex(@"<ProjectReference Include=""[^""]*/(?<name>[\w.]+)\.csproj""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ProjectReference();
}
