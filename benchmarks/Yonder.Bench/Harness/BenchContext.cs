namespace Yonder.Bench.Harness;

/// <summary>What every workload is given.</summary>
/// <param name="Root">The checkout.</param>
/// <param name="Work">A folder for this run, removed after it.</param>
/// <param name="Pairs">How many counted pairs to take after the warm-up.</param>
internal sealed record BenchContext(string Root, string Work, int Pairs)
{
    public string Launcher => Path.Combine(Root, "yonder");

    /// <summary>Runs the sides in turn, A B C A B C …, once uncounted and then <see cref="Pairs"/> times, and gives each side's figures.</summary>
    public async Task<double[][]> TakeTurnsAsync(params Func<Task<double>>[] sides)
    {
        var figures = sides.Select(_ => new double[Pairs]).ToArray();
        for (var round = -1; round < Pairs; round++)
        {
            for (var side = 0; side < sides.Length; side++)
            {
                var figure = await sides[side]();
                if (round >= 0)
                {
                    figures[side][round] = figure;
                }
            }
        }

        return figures;
    }
}
