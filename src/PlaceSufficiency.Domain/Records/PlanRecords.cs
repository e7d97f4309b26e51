using System.Collections.Immutable;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Records;

/// <summary>What a record says of one child's plan in one year.</summary>
/// <param name="YearGroup">Year group in the academic year.</param>
/// <param name="Need">Primary need, in the record's own code.</param>
/// <param name="Setting">Setting, in the record's own code.</param>
/// <param name="Sex">Sex; null where the record has none.</param>
public sealed record PlanState(YearGroup YearGroup, string Need, string Setting, Sex? Sex);

/// <summary>One child from one January to the next: never both without a plan. Carries nothing that names the child.</summary>
/// <param name="Year">Academic year of the first January.</param>
/// <param name="Before">In that January; null for a child who joins.</param>
/// <param name="After">In the January after; null for a child who leaves.</param>
/// <param name="LeftFor">Why a child who leaves does, where the record says so.</param>
public sealed record PlanYear(AcademicYear Year, PlanState? Before, PlanState? After, Demand.LeavingReason LeftFor = Demand.LeavingReason.Any);

/// <summary>Records of children over several years, one row a child and year.</summary>
/// <param name="Source">Where they come from, for the source column of tables made from them.</param>
/// <param name="Rows">The rows that can be used, by year; every year from the first to the last.</param>
/// <param name="Residents">Children and young people of the area by year and year group; empty where not known.</param>
/// <param name="Reconciliations">What became of every row that was read.</param>
public sealed record PlanRecords(
    string Source,
    ImmutableArray<PlanYear> Rows,
    ImmutableSortedDictionary<(AcademicYear Year, YearGroup YearGroup), int> Residents,
    ImmutableArray<RowReconciliation> Reconciliations)
{
    /// <summary>Years whose first January the rows are of, in order.</summary>
    public ImmutableArray<AcademicYear> Years => [.. Rows.Select(row => row.Year).Distinct().Order()];

    /// <summary>The year of the last January: the stock that a forecast starts from.</summary>
    public AcademicYear LastStock => Years[^1].Next;

    /// <summary>
    /// Children with a plan who are at the start of a year but not at the end of the year before it, less those the other way
    /// round: what joiners and leavers do not explain. 0 where the record agrees with itself; no entry for the first year.
    /// </summary>
    public ImmutableSortedDictionary<AcademicYear, int> Residuals => Years.Skip(1).ToImmutableSortedDictionary(
        year => year,
        year => Rows.Count(row => row.Year == year && row.Before is not null) - Rows.Count(row => row.Year.Next == year && row.After is not null));

    /// <summary>The record as it was known in January of a year: rows that end by then.</summary>
    public PlanRecords KnownBy(AcademicYear lastStock) => this with { Rows = [.. Rows.Where(row => row.Year < lastStock)] };
}
