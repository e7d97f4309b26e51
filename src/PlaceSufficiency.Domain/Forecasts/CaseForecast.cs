using System.Collections.Immutable;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Forecasts;

/// <summary>What the paths of a case say of one number of pupils; null stands for all.</summary>
/// <param name="Year">Year.</param>
/// <param name="Phase">Phase they are in.</param>
/// <param name="Need">Their primary need.</param>
/// <param name="Level">Level their plans call for.</param>
/// <param name="Pupils">What the paths say.</param>
public sealed record CaseFanRow(AcademicYear Year, Phase? Phase, PrimaryNeed? Need, ProvisionLevel? Level, CountFan Pupils)
{
    /// <summary>Whether it is of everybody.</summary>
    public bool IsTotal => Phase is null && Need is null && Level is null;
}

/// <summary>Why there are more (or fewer) plans in a year than in the base year, in pupils: the parts sum to the growth.</summary>
/// <param name="Year">Year.</param>
/// <param name="PresentRates">What the stock and the joiners and leavers of the base year's rates make of it, were nothing to change.</param>
/// <param name="Population">What births, ageing, migration, a projection and new homes add.</param>
/// <param name="Rates">What changing rates add: a stated trend, or whatever stated totals ask for beyond the other parts.</param>
/// <param name="Policy">What scalings of joiners and earlier ceasing add.</param>
public sealed record GrowthParts(AcademicYear Year, double PresentRates, double Population, double Rates, double Policy)
{
    /// <summary>Mean number of plans of the paths less the base year's.</summary>
    public double Growth => PresentRates + Population + Rates + Policy;
}

/// <summary>The forecast of a case.</summary>
/// <param name="Name">Name of the scenario.</param>
/// <param name="Authority">The resident authority.</param>
/// <param name="BaseYear">Year whose stock is observed.</param>
/// <param name="Stock">Pupils of the base year.</param>
/// <param name="Paths">Futures drawn.</param>
/// <param name="Seed">Their seed.</param>
/// <param name="Rows">By planned year: everybody, then by phase, need and level, and by two of them.</param>
/// <param name="Growth">By planned year.</param>
public sealed record CaseForecast(
    string Name,
    string Authority,
    AcademicYear BaseYear,
    int Stock,
    long Paths,
    long Seed,
    ImmutableArray<CaseFanRow> Rows,
    ImmutableArray<GrowthParts> Growth)
{
    /// <summary>Who comes, goes and changes need, by the year it leads into.</summary>
    public ImmutableArray<CaseFlowRow> Flows { get; init; } = [];

    /// <summary>Everybody by year.</summary>
    public IEnumerable<CaseFanRow> Totals => Rows.Where(row => row.IsTotal);
}
