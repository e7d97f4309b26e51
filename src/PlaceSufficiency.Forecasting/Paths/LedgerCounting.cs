using System.Collections.Immutable;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Forecasting.Flows;

namespace PlaceSufficiency.Forecasting.Paths;

/// <summary>Counts the pupils of a path cell by cell.</summary>
internal sealed class LedgerCounting(PathInputs inputs)
{
    private static readonly int _reasons = Enum.GetValues<LeavingReason>().Length;

    private sealed class Counts
    {
        internal int Stock;
        internal int Joiners;
        internal int MoversIn;
        internal int ChangedIn;
        internal int ChangedOut;
        internal readonly int[] Leavers = new int[_reasons];
    }

    /// <summary>The ledger of everyone of a path.</summary>
    internal PathLedger Of(PupilRecords pupils)
    {
        Dictionary<(int Year, FlowCell Cell), Counts> cells = [];
        for (int pupil = 0; pupil < pupils.Count; pupil++)
        {
            PupilRecord record = pupils[pupil];
            for (int year = record.FirstYear; year <= record.LastYear; year++)
            {
                FlowCell cell = Cell(pupils, pupil, year);
                if (!cells.TryGetValue((year, cell), out Counts? counts))
                {
                    cells[(year, cell)] = counts = new Counts();
                }

                Count(counts, pupils, pupil, year);
            }
        }

        return new PathLedger(inputs.Case.Horizon, [.. cells.OrderBy(each => each.Key).Select(each => new LedgerRow(
            inputs.Case.Horizon.AllYears[each.Key.Year], each.Key.Cell, each.Value.Stock, each.Value.Joiners, each.Value.MoversIn, each.Value.ChangedIn, each.Value.ChangedOut,
            Enum.GetValues<LeavingReason>().Where(reason => each.Value.Leavers[(int)reason] > 0).ToImmutableSortedDictionary(reason => reason, reason => each.Value.Leavers[(int)reason])))]);
    }

    private void Count(Counts counts, PupilRecords pupils, int pupil, int year)
    {
        PupilRecord record = pupils[pupil];
        counts.Stock++;
        if (year == record.FirstYear)
        {
            counts.Joiners += record.Arrival == Arrival.Joined ? 1 : 0;
            counts.MoversIn += record.Arrival == Arrival.MovedIn ? 1 : 0;
            counts.ChangedIn += record.Arrival == Arrival.Reviewed ? 1 : 0;
        }
        else
        {
            counts.ChangedIn += pupils.Level(pupil, year) == pupils.Level(pupil, year - 1) ? 0 : 1;
        }

        if (year < record.LastYear)
        {
            counts.ChangedOut += pupils.Level(pupil, year) == pupils.Level(pupil, year + 1) ? 0 : 1;
        }
        else if (record.GoesOn)
        {
            counts.ChangedOut++;
        }
        else if (year < inputs.Years - 1)
        {
            counts.Leavers[record.Reason]++;
        }
    }

    private FlowCell Cell(PupilRecords pupils, int pupil, int year)
    {
        PupilRecord record = pupils[pupil];
        return new FlowCell(
            inputs.Case.Areas[record.Area].Id, (PrimaryNeed)record.Need, (ProvisionLevel)pupils.Level(pupil, year), (Sex)record.Sex,
            YearGroup.OfAge(record.AgeAtFirst + year - record.FirstYear));
    }
}
