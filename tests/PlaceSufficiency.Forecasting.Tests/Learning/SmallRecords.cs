using System.Collections.Immutable;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Records;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Forecasting.Tests.Learning;

/// <summary>Records made up for tests: nobody in them is a child.</summary>
internal static class SmallRecords
{
    internal static readonly AcademicYear First = AcademicYear.StartingIn(2020);

    internal static readonly RecordCodes Codes = new(
        ImmutableSortedDictionary<string, PrimaryNeed>.Empty.Add("A", PrimaryNeed.ASD).Add("S", PrimaryNeed.SEMH),
        ImmutableSortedDictionary<string, ProvisionLevel>.Empty.Add("main", ProvisionLevel.Mainstream).Add("spec", ProvisionLevel.Special));

    internal static PlanState At(int yearGroup, string need = "A", string setting = "main", Sex? sex = null) => new(YearGroup.Of(yearGroup), need, setting, sex);

    internal static IEnumerable<PlanYear> Stay(int children, int year, int yearGroup) =>
        Enumerable.Repeat(new PlanYear(First.PlusYears(year), At(yearGroup), At(yearGroup + 1)), children);

    internal static IEnumerable<PlanYear> Join(int children, int year, int yearGroup, string need = "A", Sex? sex = null) =>
        Enumerable.Repeat(new PlanYear(First.PlusYears(year), null, At(yearGroup, need, sex: sex)), children);

    internal static IEnumerable<PlanYear> Leave(int children, int year, int yearGroup) =>
        Enumerable.Repeat(new PlanYear(First.PlusYears(year), At(yearGroup), null), children);

    internal static PlanRecords Of(params IEnumerable<PlanYear>[] rows) =>
        new("made-up.csv", [.. rows.SelectMany(each => each)], ImmutableSortedDictionary<(AcademicYear, YearGroup), int>.Empty, []);

    internal static PlanRecords With(this PlanRecords records, int residents, params int[] years) => records with
    {
        Residents = (from year in years from yearGroup in YearGroup.All select KeyValuePair.Create((First.PlusYears(year), yearGroup), residents)).ToImmutableSortedDictionary(),
    };
}
