using Yonder.Bench.Report;

namespace Yonder.Bench.Harness;

/// <summary>Something that is measured side by side.</summary>
internal interface IWorkload
{
    /// <summary>Gets the word that <c>./bench AREA</c> selects it by.</summary>
    string Area { get; }

    string Name { get; }

    /// <summary>Measures; throws <see cref="SkipException"/> when what it needs is not on this machine.</summary>
    Task<IReadOnlyList<Row>> RunAsync(BenchContext context, CancellationToken cancellationToken);
}
