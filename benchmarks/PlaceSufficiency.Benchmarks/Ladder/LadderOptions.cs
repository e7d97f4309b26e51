using System.Globalization;
using PlaceSufficiency.Benchmarks.Generated;

namespace PlaceSufficiency.Benchmarks.Ladder;

/// <summary>What a climb measures.</summary>
/// <param name="Rungs">Rungs, smallest first.</param>
/// <param name="Schemes">Candidate schemes a city.</param>
/// <param name="Peers">Whether peers run.</param>
/// <param name="MostColumns">Columns of the neutral model above which a peer is not attempted: it would take the machine's memory.</param>
/// <param name="Floor">Processor seconds that a peer has at least, however fast ours was.</param>
/// <param name="Ceiling">Processor seconds that a peer has at most, even where ten times ours is more.</param>
/// <param name="Again">Solvers measured again although their results are known from a climb that was stopped.</param>
internal sealed record LadderOptions(IReadOnlyList<Rung> Rungs, IReadOnlyList<int> Schemes, bool Peers, int MostColumns, double Floor, double Ceiling, IReadOnlyList<string> Again)
{
    /// <summary>Reads rungs and "--schemes 0,6", "--no-peers", "--most-columns n", "--floor s", "--ceiling s", "--again ours,CBC".</summary>
    internal static LadderOptions Parse(string[] arguments)
    {
        List<Rung> rungs = [];
        LadderOptions options = new(Rung.All, [0, 6, 12], true, 3_000_000, 60, 600, []);
        for (int i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "--no-peers":
                    options = options with { Peers = false };
                    break;
                case "--schemes":
                    options = options with { Schemes = [.. arguments[++i].Split(',').Select(Number)] };
                    break;
                case "--most-columns":
                    options = options with { MostColumns = Number(arguments[++i]) };
                    break;
                case "--floor":
                    options = options with { Floor = Number(arguments[++i]) };
                    break;
                case "--ceiling":
                    options = options with { Ceiling = Number(arguments[++i]) };
                    break;
                case "--again":
                    options = options with { Again = arguments[++i].Split(',') };
                    break;
                default:
                    rungs.Add(Rung.Parse(arguments[i]));
                    break;
            }
        }

        return rungs.Count > 0 ? options with { Rungs = rungs } : options;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
