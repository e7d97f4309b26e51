using System.Runtime.InteropServices;
using NodaTime;
using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Figures;

/// <summary>One line a year. Stock, joiners and leavers come from the demand, everything else from the facts of the plan.</summary>
internal sealed class YearLines(AuditedPlan audited, PlacementFacts facts, PupilMoney money)
{
    private readonly int[] _sinceBase = SinceBase(audited);

    /// <summary>The base year and every planned year.</summary>
    internal IReadOnlyList<YearFigures> All => [.. audited.Horizon.AllYears.Select((year, index) => Of(year, index - 1))];

    private YearFigures Of(AcademicYear year, int t)
    {
        Counted counted = new(audited, facts, t);
        TravelSpread travel = counted.Travel;
        return new YearFigures(
            year,
            Stock: PupilsOf(stay => stay.Covers(year)),
            Joiners: PupilsOf(stay => stay.FirstYear == year && year != audited.Horizon.BaseYear),
            Leavers: PupilsOf(stay => stay.LastYear.Next == year),
            Placed: counted.Placed,
            Unplaced: counted.Unplaced,
            OverNumber: audited.Case.Provisions.Sum(provision => audited.OverNumber(provision, year)),
            Inmss: counted.Inmss,
            InmssGirls: counted.InmssGirls,
            InmssSpend: t >= 0 ? InmssSpend(year, t) : Pounds.Zero,
            SpecialPlaces: audited.Case.Provisions.Where(IsOwnSpecialSchool).Sum(provision => audited.Places[provision.Id, year].Places),
            SpecialPupils: counted.Special,
            MedianTravel: travel.Median,
            NinetiethPercentileTravel: travel.NinetiethPercentile,
            Over45Minutes: travel.LongerThan(Duration.FromMinutes(45)),
            Over75Minutes: travel.LongerThan(Duration.FromMinutes(75)))
        {
            InmssSinceBase = t < 0 ? counted.Inmss : _sinceBase[t],
        };
    }

    /// <summary>Pupils of each planned year who were in INMSS in the base year and have been ever since.</summary>
    private static int[] SinceBase(AuditedPlan audited)
    {
        int[] pupils = new int[audited.Horizon.PlannedYears.Count];
        for (int path = 0; path < audited.Paths.Count; path++)
        {
            bool IsInmss(int provision) => provision >= 0 && PlacesLedger.IsInmss(audited.Case.Provisions[provision]);
            int t = audited.Paths.FirstYearOf(path);
            bool stays = audited.Paths.StayOf(path).FirstYear == audited.Horizon.BaseYear && IsInmss(audited.Paths.BeforeOn(path, 0));
            foreach (int now in audited.Paths.NowOn(path))
            {
                stays &= IsInmss(now);
                pupils[t++] += stays ? audited.Paths.PupilsOn(path) : 0;
            }
        }

        return pupils;
    }

    private Pounds InmssSpend(AcademicYear year, int t) => audited.Case.Provisions.Where(PlacesLedger.IsInmss)
        .SelectMany(provision => PlacementPrices.OfPlaces(audited.Case, provision, year))
        .Aggregate(money.InmssSpend(t), (sum, charge) => sum + charge.Amount);

    private bool IsOwnSpecialSchool(Provision provision) =>
        provision.Kind == ProvisionKind.SpecialSchool && audited.Case.Provider(provision.Provider).Authority == audited.Case.Authority;

    private int PupilsOf(Func<Stay, bool> which) => audited.Stays.Where(which).Sum(stay => stay.Pupils);

    /// <summary>The pupils of one year, counted in one go.</summary>
    private sealed class Counted
    {
        internal Counted(AuditedPlan audited, PlacementFacts facts, int t)
        {
            Dictionary<Duration, int> journeys = [];
            foreach (FactRow row in facts.In(t))
            {
                if (row.Provision < 0)
                {
                    Unplaced += row.Pupils;
                    continue;
                }

                ProvisionKind kind = audited.Case.Provisions[row.Provision].Kind;
                Placed += row.Pupils;
                Inmss += kind == ProvisionKind.Inmss ? row.Pupils : 0;
                InmssGirls += kind == ProvisionKind.Inmss && audited.Demand.Stays[row.Stay].Sex == Sex.Female ? row.Pupils : 0;
                Special += kind == ProvisionKind.SpecialSchool ? row.Pupils : 0;
                CollectionsMarshal.GetValueRefOrAddDefault(journeys, facts.TravelTime(row), out _) += row.Pupils;
            }

            Travel = new TravelSpread(journeys);
        }

        internal int Placed { get; }

        internal int Unplaced { get; }

        internal int Inmss { get; }

        internal int InmssGirls { get; }

        internal int Special { get; }

        internal TravelSpread Travel { get; }
    }
}
