using System.Collections.Immutable;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Published;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Forecasting.Tests.Fitting;

/// <summary>A made-up authority small enough to reckon by hand: 40 plans published by need, of which 30 in the base year.</summary>
internal static class SmallTables
{
    public static readonly PlanFlowTables NoFlows = new(
        [2024],
        ImmutableSortedDictionary<int, int>.Empty,
        ImmutableSortedDictionary<Sex, int>.Empty,
        2024,
        ImmutableDictionary<(PrimaryNeed?, int), int>.Empty,
        ImmutableDictionary<(PrimaryNeed?, Sex?), int>.Empty,
        [2024],
        ImmutableSortedDictionary<int, int>.Empty,
        ImmutableSortedDictionary<int, int>.Empty);

    /// <summary>
    /// Ages 6 and 12; ASD and SEMH; mainstream and special academies. By age and placement: 10 of each. By need and placement: ASD 12
    /// in mainstream and 8 in special, SEMH 6 and 12, not recorded 2 in mainstream. Boys 30, girls 10, in the same share everywhere.
    /// </summary>
    public static readonly NeedYearTables NeedYear = new(
        AcademicYear.StartingIn(2024),
        new Dictionary<(PrimaryNeed?, PublishedPlacement), int>
        {
            [(PrimaryNeed.ASD, PublishedPlacement.Mainstream)] = 12,
            [(PrimaryNeed.ASD, PublishedPlacement.SpecialAcademyFree)] = 8,
            [(PrimaryNeed.SEMH, PublishedPlacement.Mainstream)] = 6,
            [(PrimaryNeed.SEMH, PublishedPlacement.SpecialAcademyFree)] = 12,
            [(null, PublishedPlacement.Mainstream)] = 2,
        }.ToImmutableDictionary(),
        new Dictionary<(PrimaryNeed?, int), int>
        {
            [(PrimaryNeed.ASD, 6)] = 10,
            [(PrimaryNeed.ASD, 12)] = 10,
            [(PrimaryNeed.SEMH, 6)] = 9,
            [(PrimaryNeed.SEMH, 12)] = 9,
            [(null, 6)] = 1,
            [(null, 12)] = 1,
        }.ToImmutableDictionary(),
        new Dictionary<(PrimaryNeed?, Sex?), int>
        {
            [(PrimaryNeed.ASD, Sex.Female)] = 5,
            [(PrimaryNeed.ASD, Sex.Male)] = 15,
            [(PrimaryNeed.SEMH, Sex.Female)] = 5,
            [(PrimaryNeed.SEMH, Sex.Male)] = 13,
            [(null, Sex.Male)] = 2,
        }.ToImmutableDictionary(),
        new Dictionary<(PublishedPlacement, int), int>
        {
            [(PublishedPlacement.Mainstream, 6)] = 10,
            [(PublishedPlacement.Mainstream, 12)] = 10,
            [(PublishedPlacement.SpecialAcademyFree, 6)] = 10,
            [(PublishedPlacement.SpecialAcademyFree, 12)] = 10,
        }.ToImmutableDictionary(),
        new Dictionary<(PublishedPlacement, Sex?), int>
        {
            [(PublishedPlacement.Mainstream, Sex.Female)] = 5,
            [(PublishedPlacement.Mainstream, Sex.Male)] = 15,
            [(PublishedPlacement.SpecialAcademyFree, Sex.Female)] = 5,
            [(PublishedPlacement.SpecialAcademyFree, Sex.Male)] = 15,
        }.ToImmutableDictionary());

    public static readonly GridReference West = new(440000, 110000);

    public static readonly GridReference East = new(450000, 110000);

    /// <summary>Base year: 17 in mainstream and 13 in special; 12 aged 5 to 10 and 18 aged 11 to 15. Two areas of 100 persons of each age.</summary>
    public static PublishedTables Tables(int westDecile = 5, int eastDecile = 5) => new(
        "Smallton",
        "E06000999",
        AcademicYear.StartingIn(2020),
        [new AgeBandCount(0, 4, 0), new AgeBandCount(5, 10, 12), new AgeBandCount(11, 15, 18), new AgeBandCount(16, 24, 0)],
        new Dictionary<PublishedPlacement, int> { [PublishedPlacement.Mainstream] = 17, [PublishedPlacement.SpecialAcademyFree] = 13 }.ToImmutableSortedDictionary(),
        NeedYear,
        NoFlows,
        [Area("west", West, westDecile), Area("east", East, eastDecile)],
        []);

    public static FittedProvision School(
        string id, PublishedPlacement placement, int residents, int from = 0, int to = 11, GridReference? at = null, SexAdmitted sex = SexAdmitted.Mixed, params PrimaryNeed[] needs) => new(
        new Provision(
            new ProvisionId(id),
            new ProviderId(id),
            id,
            placement == PublishedPlacement.Mainstream ? ProvisionKind.Mainstream : ProvisionKind.SpecialSchool,
            new Designation(needs.Length == 0 ? NeedSet.All : NeedSet.Of(needs), YearGroup.Of(from), YearGroup.Of(to), sex, LevelSet.All),
            0,
            null,
            null,
            null),
        at ?? West,
        placement,
        residents);

    private static PublishedArea Area(string id, GridReference at, int decile) =>
        new(new PlanningArea(new PlanningAreaId(id), id, at, [.. Enumerable.Repeat(100, 26)]), decile);
}
