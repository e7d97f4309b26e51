using System.Collections.Immutable;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Forecasting.Flows;

/// <summary>
/// Pupils of one cell in one year of a path, how they came and what becomes of them. What is here less leavers for every reason, and
/// less those who change need or level, is with next year's joiners, movers in and changes of the cell a year older its next stock.
/// </summary>
/// <param name="Year">Academic year.</param>
/// <param name="Cell">Who is counted.</param>
/// <param name="Stock">Pupils holding a plan in the year.</param>
/// <param name="Joiners">Those of the stock who were given a plan for it; 0 in the base year.</param>
/// <param name="MoversIn">Those of the stock who came to live in the authority with a plan; 0 in the base year.</param>
/// <param name="ChangedIn">Those of the stock whose need or level was another the year before.</param>
/// <param name="ChangedOut">Those of the stock whose need or level is another the year after.</param>
/// <param name="Leavers">Those of the stock who hold no plan the year after, by reason; empty in the last year.</param>
public sealed record LedgerRow(
    AcademicYear Year, FlowCell Cell, int Stock, int Joiners, int MoversIn, int ChangedIn, int ChangedOut, ImmutableSortedDictionary<LeavingReason, int> Leavers)
{
    /// <summary>Leavers whatever the reason.</summary>
    public int AllLeavers => Leavers.Values.Sum();
}

/// <summary>Every cell of every year of a path: home area, need, level, sex and year group.</summary>
/// <param name="Horizon">The years covered.</param>
/// <param name="Rows">Every cell that holds anybody in a year, by year and then cell.</param>
public sealed record PathLedger(Horizon Horizon, ImmutableArray<LedgerRow> Rows)
{
    /// <summary>The rows that do not lead to the next year's, as sentences; none, or pupils appeared or vanished.</summary>
    public IEnumerable<string> Unbalanced()
    {
        ILookup<(AcademicYear, FlowCell), LedgerRow> rows = Rows.ToLookup(row => (row.Year, row.Cell));
        foreach (LedgerRow row in Rows.Where(row => row.Year < Horizon.LastYear))
        {
            int staying = row.Stock - row.AllLeavers - row.ChangedOut;
            LedgerRow? next = row.Cell.AYearOlder is { } older ? rows[(row.Year.Next, older)].SingleOrDefault() : null;
            int found = next is null ? 0 : next.Stock - next.Joiners - next.MoversIn - next.ChangedIn;
            if (staying != found)
            {
                yield return $"Of {row.Stock} pupils in {row.Year} of {row.Cell} {staying} should stay, but {found} do.";
            }
        }

        HashSet<(AcademicYear, FlowCell)> led = [.. Rows.Where(row => row.Cell.AYearOlder is not null).Select(row => (row.Year.Next, row.Cell.AYearOlder!.Value))];
        foreach (LedgerRow row in Rows.Where(row => row.Year > Horizon.BaseYear && !led.Contains((row.Year, row.Cell)) && row.Stock != row.Joiners + row.MoversIn + row.ChangedIn))
        {
            yield return $"In {row.Year} {row.Stock} pupils of {row.Cell} come from nowhere.";
        }
    }
}
