namespace Yonder.Gateway.Platform.Auth;

/// <summary>Scopes as tokens carry them: words, kept in the order they were given.</summary>
internal static class ScopeText
{
    public const string Default = "read,write";

    public static readonly IReadOnlyList<string> All = ["read", "write", "admin"];

    private static readonly string[] Known = ["read", "write", "admin", "agent"];

    public static bool IsKnown(string scope) => Known.Contains(scope, StringComparer.Ordinal);

    public static string Join(IEnumerable<string> scopes) => string.Join(',', scopes.Distinct(StringComparer.Ordinal));

    public static IReadOnlyList<string> Split(string scopes) => scopes.Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The most that the scopes allow.</summary>
    public static Scope Highest(IEnumerable<string> scopes) => scopes.Select(ToScope).DefaultIfEmpty(Scope.None).Max();

    private static Scope ToScope(string scope) => scope switch
    {
        "read" => Scope.Read,
        "write" => Scope.Write,
        "admin" => Scope.Admin,
        _ => Scope.None,
    };
}
