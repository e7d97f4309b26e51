using FsCheck.Xunit;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.Flows;
using PlaceSufficiency.Forecasting.Paths;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Forecasting.Tests.Paths;

[Properties(EndSize = 1_000_000)]
public class PathPropertyTests
{
    [Property]
    public void Pupils_neither_appear_nor_vanish_in_any_cell_of_any_path(int seed, bool totals)
    {
        PlanningCase planningCase = CaseOf(seed, totals);
        PathForecaster forecaster = new(planningCase);

        Assert.All(Enumerable.Range(0, 3), path => Assert.Empty(ConservationCheck.Of(planningCase, DemandFlows.Of(forecaster.Path(seed, path)))));
    }

    [Property]
    public void Every_cell_of_every_path_is_its_stock_less_leavers_and_changes_out_plus_joiners_movers_and_changes_in(int seed)
    {
        PlanningCase planningCase = RandomCases.WithEveryMoveOf(seed);
        PathForecaster forecaster = new(planningCase);

        Assert.All(Enumerable.Range(0, 3), path =>
        {
            PathLedger ledger = forecaster.Ledger(seed, path);
            PathCounts counts = forecaster.Counts(seed, path);
            Assert.Empty(ledger.Unbalanced());
            Assert.Equal(planningCase.Stock.Sum(cell => cell.Pupils), ledger.Rows.Where(row => row.Year == planningCase.Horizon.BaseYear).Sum(row => row.Stock));
            Assert.All(planningCase.Horizon.AllYears, year => Assert.Equal(
                (counts.Stock(year), counts.Joiners(year), counts.MoversIn(year), counts.Leavers(year)), Sums([.. ledger.Rows.Where(row => row.Year == year)])));
            Assert.All(ledger.Rows.Where(row => row.Year == planningCase.Horizon.LastYear), row => Assert.Equal(0, row.AllLeavers));
        });
    }

    [Property]
    public void Reasons_and_phases_of_leavers_add_up_to_the_leavers(int seed)
    {
        PlanningCase planningCase = RandomCases.WithEveryMoveOf(seed);
        PathCounts counts = new PathForecaster(planningCase).Counts(seed, 0);

        Assert.All(planningCase.Horizon.AllYears, year =>
        {
            Assert.Equal(counts.Leavers(year), Enum.GetValues<LeavingReason>().Sum(reason => counts.Leavers(year, reason)));
            Assert.Equal(counts.Leavers(year), Enum.GetValues<Phase>().Sum(phase => counts.Leavers(year, phase)));
        });
    }

    [Property]
    public void The_central_forecast_loses_nobody_at_a_review(int seed)
    {
        PlanningCase planningCase = RandomCases.WithEveryMoveOf(seed);
        PlanningCase without = planningCase with { Demand = planningCase.Demand with { Reviews = [] } };

        Assert.Empty(ConservationCheck.Of(planningCase, DemandFlows.Of(Forecaster.Forecast(planningCase))));
        Assert.Equal(planningCase.Horizon.AllYears.Select(Forecaster.Forecast(without).StockIn), planningCase.Horizon.AllYears.Select(Forecaster.Forecast(planningCase).StockIn));
    }

    [Property]
    public void Stock_and_joiners_less_leavers_is_the_next_stock(int seed, bool totals)
    {
        PlanningCase planningCase = CaseOf(seed, totals);
        PathCounts counts = new PathForecaster(planningCase).Counts(seed, 0);

        Assert.All(planningCase.Horizon.PlannedYears, year => Assert.Equal(
            counts.Stock(year.Previous) - counts.Leavers(year.Previous) + counts.Joiners(year) + counts.MoversIn(year), counts.Stock(year)));
    }

    [Property]
    public void Counts_are_of_the_same_pupils_as_stays(int seed, bool totals)
    {
        PathForecaster forecaster = new(CaseOf(seed, totals));
        DemandPath path = forecaster.Path(seed, 1);
        PathCounts counts = forecaster.Counts(seed, 1);

        Assert.All(DemandFlows.Of(path).Rows.GroupBy(row => (row.Year, row.Cell.YearGroup, row.Cell.Need, row.Cell.Level, row.Cell.Sex)), cell =>
            Assert.Equal(cell.Sum(row => row.Stock), counts.Stock(cell.Key.Year, cell.Key.YearGroup, cell.Key.Need, cell.Key.Level, cell.Key.Sex)));
        Assert.All(path.Horizon.AllYears, year => Assert.Equal(
            (path.StockIn(year), path.JoinersIn(year), year == path.Horizon.LastYear ? 0 : path.LeaversBefore(year.Next)),
            (counts.Stock(year), counts.Joiners(year), counts.Leavers(year))));
    }

    [Property]
    public void Nobody_leaves_for_age_but_after_year_group_20(int seed)
    {
        PlanningCase planningCase = CaseOf(seed, totals: false);
        PathCounts counts = new PathForecaster(planningCase).Counts(seed, 0);

        Assert.All(planningCase.Horizon.AllYears.SkipLast(1), year => Assert.Equal(OldestIn(counts, year), counts.Leavers(year, LeavingReason.MaximumAge)));
    }

    [Property]
    public void Stated_totals_are_met_by_every_path(int seed)
    {
        PlanningCase planningCase = CaseOf(seed, totals: true);
        PathForecaster forecaster = new(planningCase);

        Assert.All(Enumerable.Range(0, 3), path => Assert.Equal(
            planningCase.Demand.StatedTotals.Values, planningCase.Horizon.PlannedYears.Select(forecaster.Counts(seed, path).Stock)));
    }

    [Property(MaxTest = 20)]
    public void Paths_do_not_depend_on_threads_order_or_how_many_are_drawn(int seed, bool totals)
    {
        PlanningCase planningCase = CaseOf(seed, totals);
        string[] alone = [.. Enumerable.Range(0, 12).Select(path => Text(new PathForecaster(planningCase).Path(seed, path)))];
        PathForecaster shared = new(planningCase);
        string[] together = new string[12];

        Parallel.For(0, 12, path => together[11 - path] = Text(shared.Path(seed, 11 - path)));

        Assert.Equal(alone, together);
    }

    [Property(MaxTest = 20)]
    public void The_order_of_stays_is_that_of_the_central_forecast(int seed)
    {
        DemandPath path = new PathForecaster(CaseOf(seed, totals: false)).Path(seed, 0);

        var keys = path.Stays.Select(stay => (stay.FirstYear, stay.YearGroupAtFirst, stay.Need, stay.Sex, stay.Area)).ToArray();

        Assert.Equal(keys.Order(), keys);
        Assert.Equal(Enumerable.Range(0, keys.Length), path.Stays.Select(stay => stay.Number));
    }

    private static (int Stock, int Joiners, int MoversIn, int Leavers) Sums(LedgerRow[] rows) =>
        (rows.Sum(row => row.Stock), rows.Sum(row => row.Joiners), rows.Sum(row => row.MoversIn), rows.Sum(row => row.AllLeavers));

    private static PlanningCase CaseOf(int seed, bool totals) => totals ? RandomCases.WithTotalsOf(seed) : RandomCases.Of(seed);

    private static string Text(DemandPath path) => string.Join('\n', path.Stays.Select(stay => $"{stay with { Levels = [] }} {string.Join(',', stay.Levels)}"));

    private static int OldestIn(PathCounts counts, AcademicYear year) => (
        from need in Enum.GetValues<PrimaryNeed>()
        from level in Enum.GetValues<ProvisionLevel>()
        from sex in Enum.GetValues<Sex>()
        select counts.Stock(year, YearGroup.Oldest, need, level, sex)).Sum();
}
