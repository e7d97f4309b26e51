using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Explanations;

/// <summary>Why pupils are not at a nearer provision.</summary>
public enum NotNearer
{
    /// <summary>It is not designated for them.</summary>
    NotDesignated,

    /// <summary>It is not open, or has no places that year.</summary>
    NotOpen,

    /// <summary>It admits nobody new.</summary>
    AdmitsNobodyNew,

    /// <summary>They stand where they are: they were placed in an earlier year and no phase transfer has reopened the placement.</summary>
    Stands,

    /// <summary>It is full.</summary>
    Full,

    /// <summary>The limit on pupils in INMSS is reached.</summary>
    InmssLimit,

    /// <summary>It has a place, which is kept for pupils who would have none in later years: the price of a place there says what it saves them.</summary>
    KeptForOthers,

    /// <summary>It has a place and costs more.</summary>
    Dearer,

    /// <summary>It has a place and costs no more: the plan may be bettered by less than its gap, or another tier comes first.</summary>
    OtherAim,
}

/// <summary>Pupils alike who are at a provision in a year, and what kept them from a nearer one.</summary>
/// <param name="Stay">The stay they belong to.</param>
/// <param name="Year">Planned year.</param>
/// <param name="Pupils">How many.</param>
/// <param name="At">Where they are.</param>
/// <param name="Minutes">Their one-way journey, minutes.</param>
/// <param name="Nearer">The nearer provision.</param>
/// <param name="NearerMinutes">The journey to it.</param>
/// <param name="Why">What kept them from it.</param>
/// <param name="Worth">Price of a place there in that year on the first tier, pupil-years; 0 where places are not short.</param>
/// <param name="DearerBy">What a year there costs more than where they are; negative where it costs less.</param>
public sealed record NearerProvision(
    Stay Stay, AcademicYear Year, int Pupils, ProvisionId At, double Minutes, ProvisionId Nearer, double NearerMinutes, NotNearer Why, double Worth, Pounds DearerBy);
