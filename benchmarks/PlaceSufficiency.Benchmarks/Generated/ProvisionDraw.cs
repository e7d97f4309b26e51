using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Benchmarks.Generated;

/// <summary>One made-up provision before it has places.</summary>
internal sealed record DrawnProvision(ProvisionKind Kind, GridReference Location, Designation Designation, decimal OverNumberCeiling);

/// <summary>
/// Draws provisions: of a hundred, 54 mainstream schools and colleges' worth of ordinary places, 18 bases and units, 20 special schools of which
/// 9 are independent, and 8 for post-16. Designations go in turn, so that even a city has somewhere for every need.
/// </summary>
internal sealed class ProvisionDraw(Random random, Country country)
{
    private static readonly LevelSet Ordinary = LevelSet.Of(ProvisionLevel.Mainstream);
    private static readonly LevelSet Enhanced = LevelSet.Of(ProvisionLevel.Mainstream, ProvisionLevel.MainstreamPlus);
    private static readonly LevelSet Base = LevelSet.Of(ProvisionLevel.MainstreamPlus, ProvisionLevel.Resourced);
    private static readonly LevelSet Special = LevelSet.Of(ProvisionLevel.Resourced, ProvisionLevel.Special);
    private static readonly LevelSet OnlySpecial = LevelSet.Of(ProvisionLevel.Special);
    private static readonly LevelSet Complex = LevelSet.Of(ProvisionLevel.Special, ProvisionLevel.HighlySpecialised);

    private static readonly NeedSet Severe = NeedSet.Of(PrimaryNeed.SLD, PrimaryNeed.PMLD, PrimaryNeed.PD, PrimaryNeed.MSI, PrimaryNeed.DS, PrimaryNeed.ASD);
    private static readonly NeedSet Learning = NeedSet.Of(PrimaryNeed.ASD, PrimaryNeed.SLCN, PrimaryNeed.MLD, PrimaryNeed.DS);
    private static readonly NeedSet Moderate = NeedSet.Of(PrimaryNeed.MLD, PrimaryNeed.SLCN, PrimaryNeed.SPLD, PrimaryNeed.OTH);
    private static readonly NeedSet Sensory = NeedSet.Of(PrimaryNeed.HI, PrimaryNeed.VI, PrimaryNeed.MSI, PrimaryNeed.PD);
    private static readonly NeedSet Autism = NeedSet.Of(PrimaryNeed.ASD);
    private static readonly NeedSet Social = NeedSet.Of(PrimaryNeed.SEMH);
    private static readonly NeedSet AutismAndSocial = NeedSet.Of(PrimaryNeed.ASD, PrimaryNeed.SEMH, PrimaryNeed.SLCN);

    private static readonly (NeedSet Needs, int From, int To, LevelSet Levels)[] SpecialSchools =
    [
        (Severe, -1, 14, Complex), (Learning, 0, 6, Special), (Learning, 7, 11, Special), (Social, 7, 11, OnlySpecial), (Social, 0, 6, OnlySpecial), (Severe, 7, 14, OnlySpecial),
        (Sensory, -1, 14, Special), (Moderate, 0, 11, Special), (Severe, -1, 6, OnlySpecial), (Autism, -1, 14, Complex), (Learning, 7, 14, Special), (Social, 4, 11, OnlySpecial),
    ];

    private static readonly (NeedSet Needs, int From, int To)[] Bases =
    [
        (Autism, 0, 6), (Autism, 7, 11), (NeedSet.Of(PrimaryNeed.SLCN, PrimaryNeed.MLD), 0, 6), (NeedSet.Of(PrimaryNeed.SLCN, PrimaryNeed.MLD), 7, 11), (Sensory, 0, 6), (Sensory, 7, 11), (Social, 0, 6),
        (Social, 7, 11), (Learning, -1, 6), (Moderate, 7, 14),
    ];

    private static readonly (NeedSet Needs, int From, int To, LevelSet Levels)[] Independents =
    [
        (AutismAndSocial, 7, 11, Complex), (Autism, 0, 14, Complex), (Social, 4, 11, Complex), (AutismAndSocial, 7, 14, Complex), (Severe, 0, 14, Complex), (Learning, 4, 11, Special), (Sensory, 7, 14, Complex),
        (AutismAndSocial, 0, 6, Complex),
    ];

    /// <summary>Provisions of every kind, special schools at the known sites while they last.</summary>
    internal List<DrawnProvision> All(int number, PublishedSchools published)
    {
        List<DrawnProvision> all = new(number);
        AddMany(all, number * 36 / 100, i => new(ProvisionKind.Mainstream, Near(), To(NeedSet.All, -1, 6, i % 3 == 0 ? Enhanced : Ordinary), 0));
        AddMany(all, number * 14 / 100, i => new(ProvisionKind.Mainstream, Near(), To(NeedSet.All, 7, i % 3 == 1 ? 14 : 11, i % 3 == 0 ? Enhanced : Ordinary), 0));
        AddMany(all, number * 4 / 100, i => new(ProvisionKind.MainstreamPlus, Near(), To(NeedSet.All, i % 2 == 0 ? 0 : 7, i % 2 == 0 ? 6 : 11, Enhanced), 0));
        AddMany(all, number * 14 / 100, i => new(ProvisionKind.ResourcedProvision, Near(), To(Bases[i % Bases.Length], Base), 0));
        AddMany(all, number * 4 / 100, i => new(ProvisionKind.SenUnit, Near(), To(Bases[(i + 2) % Bases.Length], LevelSet.Of(ProvisionLevel.Resourced)), 0));
        AddMany(all, number * 11 / 100, i => new(ProvisionKind.SpecialSchool, At(published.State, i), Of(SpecialSchools[i % SpecialSchools.Length], 20), i % 2 == 0 ? 0.05m : 0));
        AddMany(all, number * 9 / 100, i => new(ProvisionKind.Inmss, At(published.Independent, i), Of(Independents[i % Independents.Length], 8), 0));
        AddMany(all, number * 3 / 100, i => new(ProvisionKind.SpecialistPost16, Near(), To(i % 2 == 0 ? NeedSet.All : AutismAndSocial, 12, 20, LevelSet.Of(ProvisionLevel.Resourced, ProvisionLevel.Special, ProvisionLevel.HighlySpecialised)), 0));
        AddMany(all, number - all.Count, _ => new(ProvisionKind.FurtherEducation, Near(), To(NeedSet.All, 12, 20, LevelSet.Of(ProvisionLevel.Mainstream, ProvisionLevel.MainstreamPlus, ProvisionLevel.Resourced)), 0));
        return all;
    }

    private static void AddMany(List<DrawnProvision> all, int number, Func<int, DrawnProvision> draw)
    {
        for (int i = 0; i < number; i++)
        {
            all.Add(draw(i));
        }
    }

    private GridReference Near() => country.NearAnArea(random);

    private GridReference At(IReadOnlyList<GridReference> sites, int i) => i < sites.Count ? sites[i] : country.Somewhere(random);

    private Designation Of((NeedSet Needs, int From, int To, LevelSet Levels) kind, int oneIn)
    {
        SexAdmitted sex = !kind.Needs.Contains(PrimaryNeed.SEMH) ? SexAdmitted.Mixed
            : random.Next(oneIn) switch { 0 => SexAdmitted.Girls, 1 => SexAdmitted.Boys, _ => SexAdmitted.Mixed };
        return To(kind.Needs, kind.From, kind.To, kind.Levels) with { Sex = sex };
    }

    private static Designation To((NeedSet Needs, int From, int To) kind, LevelSet levels) => To(kind.Needs, kind.From, kind.To, levels);

    private static Designation To(NeedSet needs, int from, int to, LevelSet levels) => new(needs, YearGroup.Of(from), YearGroup.Of(to), SexAdmitted.Mixed, levels);
}
