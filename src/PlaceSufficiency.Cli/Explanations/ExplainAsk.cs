using PlaceSufficiency.Domain.Explanations;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Cli.Explanations;

/// <summary>What is to be explained of a run.</summary>
/// <param name="Need">Only pupils of this need; null for all.</param>
/// <param name="Level">Only pupils of this level; null for all.</param>
/// <param name="YearGroup">Only pupils of this year group; null for all.</param>
/// <param name="Year">Only this year; null for all.</param>
/// <param name="Verify">How many shortfalls to find the smallest change for.</param>
/// <param name="Places">How many prices to check.</param>
/// <param name="Pupils">Whether to say why not nearer.</param>
/// <param name="Shrinkage">By which share schemes shrink; null where they are not asked about.</param>
/// <param name="Within">How far an alternative may be from the plan, as a share; null where none is asked for.</param>
/// <param name="Most">How many alternatives to solve at most.</param>
/// <param name="Threads">How many cases to solve at once.</param>
internal sealed record ExplainAsk(
    PrimaryNeed? Need, ProvisionLevel? Level, int? YearGroup, AcademicYear? Year, int Verify, int Places, bool Pupils, decimal? Shrinkage, decimal? Within, int Most, int Threads)
{
    /// <summary>Whether a shortfall is asked about.</summary>
    internal bool Holds(Shortfall shortfall) => Holds(shortfall.Need, shortfall.Level, shortfall.YearGroup, shortfall.Year);

    /// <summary>Whether a placement is asked about.</summary>
    internal bool Holds(PlacementFact fact) => Holds(fact.Need, fact.Level, fact.YearGroup, fact.Year);

    private bool Holds(PrimaryNeed need, ProvisionLevel level, YearGroup yearGroup, AcademicYear year) =>
        (Need is null || need == Need) && (Level is null || level == Level) && (YearGroup is null || yearGroup.Value == YearGroup) && (Year is null || year == Year);
}
