using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Domain.Provisions;

/// <summary>Whom a single-sex rule admits.</summary>
public enum SexAdmitted
{
    /// <summary>Both sexes.</summary>
    Mixed,

    /// <summary>Girls only.</summary>
    Girls,

    /// <summary>Boys only.</summary>
    Boys,
}

/// <summary>
/// Who a provision is for. A pupil is suitable when need, year group and sex are admitted and the level called for is
/// one the provision serves. Levels list every level it may serve, so placing at a more specialist level is a stated choice.
/// </summary>
/// <param name="Needs">Primary needs admitted.</param>
/// <param name="From">Youngest year group admitted.</param>
/// <param name="To">Oldest year group admitted.</param>
/// <param name="Sex">Sexes admitted.</param>
/// <param name="Levels">Levels of provision served; the most specialist one is the provision's own level.</param>
public sealed record Designation(NeedSet Needs, YearGroup From, YearGroup To, SexAdmitted Sex, LevelSet Levels)
{
    /// <summary>The most specialist level served: what a place here is.</summary>
    public ProvisionLevel OwnLevel => Levels.MostSpecialist;

    /// <summary>Whether the year group is admitted.</summary>
    public bool Covers(YearGroup yearGroup) => yearGroup >= From && yearGroup <= To;

    /// <summary>Whether the sex is admitted.</summary>
    public bool Admits(Sex sex) => Sex switch
    {
        SexAdmitted.Girls => sex == Pupils.Sex.Female,
        SexAdmitted.Boys => sex == Pupils.Sex.Male,
        _ => true,
    };

    /// <summary>Whether a pupil of that need, sex and year group whose plan calls for that level may be placed here.</summary>
    public bool Admits(PrimaryNeed need, Sex sex, YearGroup yearGroup, ProvisionLevel level) =>
        Needs.Contains(need) && Covers(yearGroup) && Admits(sex) && Levels.Contains(level);
}
