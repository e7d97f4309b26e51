using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Reach;

/// <summary>What a designation asks of a pupil in a year: need, sex, level called for and year group.</summary>
internal readonly record struct PupilKind(PrimaryNeed Need, Sex Sex, ProvisionLevel Level, YearGroup YearGroup)
{
    private static readonly int Levels = Enum.GetValues<ProvisionLevel>().Length;
    private static readonly int Sexes = Enum.GetValues<Sex>().Length;
    private static readonly int Needs = Enum.GetValues<PrimaryNeed>().Length;

    /// <summary>How many kinds there are.</summary>
    internal static int Count => Needs * Sexes * Levels * YearGroup.All.Count;

    /// <summary>Position of the kind among all.</summary>
    internal int Index => (((((int)Need * Sexes) + (int)Sex) * Levels) + (int)Level) * YearGroup.All.Count + YearGroup.Age;

    /// <summary>The kind of a stay's pupils in a year.</summary>
    internal static PupilKind Of(Stay stay, AcademicYear year) => new(stay.Need, stay.Sex, stay.LevelIn(year), stay.YearGroupIn(year));

    /// <summary>The kind at a position.</summary>
    internal static PupilKind At(int index)
    {
        (int rest, int age) = Math.DivRem(index, YearGroup.All.Count);
        (rest, int level) = Math.DivRem(rest, Levels);
        (int need, int sex) = Math.DivRem(rest, Sexes);
        return new PupilKind((PrimaryNeed)need, (Sex)sex, (ProvisionLevel)level, YearGroup.OfAge(age));
    }
}
