using System.Globalization;
using PlaceSufficiency.Benchmarks.Generated;

namespace PlaceSufficiency.Benchmarks.Ladder;

/// <summary>One solver on one case.</summary>
/// <param name="Solver">"ours" or the name of a peer.</param>
/// <param name="Rung">How large.</param>
/// <param name="Schemes">Candidate schemes a city.</param>
/// <param name="Years">Planned years.</param>
/// <param name="Seed">Seed.</param>
internal sealed record LadderTask(string Solver, Rung Rung, int Schemes, int Years, int Seed)
{
    /// <summary>The arguments that say it to a child.</summary>
    internal string[] ToArguments() =>
        [Solver, Rung.Name, Schemes.ToString(CultureInfo.InvariantCulture), Years.ToString(CultureInfo.InvariantCulture), Seed.ToString(CultureInfo.InvariantCulture)];

    /// <summary>Reads them.</summary>
    internal static LadderTask Parse(string[] arguments) => new(
        arguments[0], Rung.Parse(arguments[1]), int.Parse(arguments[2], CultureInfo.InvariantCulture), int.Parse(arguments[3], CultureInfo.InvariantCulture), int.Parse(arguments[4], CultureInfo.InvariantCulture));
}
