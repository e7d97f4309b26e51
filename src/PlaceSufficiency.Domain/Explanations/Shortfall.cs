using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Explanations;

/// <summary>The rule that keeps pupils from a suitable place.</summary>
public enum BindingRule
{
    /// <summary>No provision is designated for them.</summary>
    Designation,

    /// <summary>What is designated for them is not open, or has no places yet.</summary>
    Opening,

    /// <summary>What is open for them lies beyond the travel ceiling.</summary>
    TravelCeiling,

    /// <summary>What is within reach admits nobody new.</summary>
    NoNewPlacements,

    /// <summary>What is within reach is full.</summary>
    Places,

    /// <summary>What is within reach is full, and has as many pupils above places as its ceiling allows.</summary>
    OverNumberCeiling,

    /// <summary>What is within reach is full of pupils who were placed there in earlier years and stand: it took nobody new in the year.</summary>
    StaysThatStand,

    /// <summary>The limit on pupils in INMSS keeps them from a free place.</summary>
    InmssLimit,

    /// <summary>A place is free and is kept for pupils who would have none in later years.</summary>
    LaterYears,
}

/// <summary>Pupils alike in need, level and year group who have no suitable place in a year, and why.</summary>
/// <param name="Need">Primary need.</param>
/// <param name="Level">Level called for.</param>
/// <param name="YearGroup">Year group in that year.</param>
/// <param name="Year">Planned year.</param>
/// <param name="Pupils">How many, at least 1.</param>
/// <param name="Rule">The rule that binds for most of them; the first in order of <see cref="BindingRule"/> where two bind for as many.</param>
/// <param name="PupilsUnderRule">For how many of them it binds.</param>
/// <param name="Provisions">Provisions that were nearest to a solution, shortest journey first; empty where none is designated.</param>
public sealed record Shortfall(
    PrimaryNeed Need, ProvisionLevel Level, YearGroup YearGroup, AcademicYear Year, int Pupils, BindingRule Rule, int PupilsUnderRule, IReadOnlyList<ProvisionId> Provisions)
{
    /// <summary>Whether a fact counts in it.</summary>
    public bool Holds(PlacementFact fact) =>
        fact.Year == Year && fact.Provision is null && fact.Need == Need && fact.Level == Level && fact.YearGroup == YearGroup;
}
