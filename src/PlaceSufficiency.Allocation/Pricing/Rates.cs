using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>What a measure counts, as rates that depend on provision and year only. Tables are indexed [g * years + t].</summary>
internal sealed class Rates(int provisions, int years)
{
    public const int LevelCount = 5;

    /// <summary>Provisions.</summary>
    public int Provisions => provisions;

    /// <summary>One pupil unplaced for a year, by level called for.</summary>
    public double[] Unplaced { get; } = new double[LevelCount];
    public double[] Year { get; } = new double[provisions * years];
    public double[] PerKilometre { get; } = new double[provisions * years];
    public double[] PerMinute { get; } = new double[provisions * years];
    public double[] PerLevel { get; } = new double[provisions * years];
    public double[] Move { get; } = new double[provisions * years];
    public double[] OverNumber { get; } = new double[provisions * years];

    /// <summary>One penny of what opening candidates costs.</summary>
    public double OpeningPenny { get; private set; }

    public void Add(Rates other, double weight)
    {
        Add(Unplaced, other.Unplaced, weight);
        Add(Year, other.Year, weight);
        Add(PerKilometre, other.PerKilometre, weight);
        Add(PerMinute, other.PerMinute, weight);
        Add(PerLevel, other.PerLevel, weight);
        Add(Move, other.Move, weight);
        Add(OverNumber, other.OverNumber, weight);
        OpeningPenny += weight * other.OpeningPenny;
    }

    /// <summary>The rates of a tier, in pupil-years or pence.</summary>
    public static Rates Of(PlanningCase planningCase, ObjectiveTier tier)
    {
        IReadOnlyList<AcademicYear> years = planningCase.Horizon.PlannedYears;
        Rates rates = new(planningCase.Provisions.Length, years.Count);
        switch (tier)
        {
            case ObjectiveTier.Unplaced:
                Enum.GetValues<ProvisionLevel>().ToList().ForEach(level => rates.Unplaced[(int)level] = planningCase.UnplacedWeight(level));
                break;
            case ObjectiveTier.OverNumber:
                Array.Fill(rates.OverNumber, 1);
                break;
            case ObjectiveTier.InmssPupils:
                Fill(planningCase, rates.Year, (provision, _) => provision.Kind == ProvisionKind.Inmss ? 1 : 0);
                break;
            case ObjectiveTier.Cost:
                rates.OpeningPenny = 1;
                Fill(planningCase, rates.Year, (provision, year) =>
                    Pence(planningCase, PriceItem.TopUp, provision, year) + Pence(planningCase, PriceItem.Fee, provision, year) + Pence(planningCase, PriceItem.TransportPerPupil, provision, year));
                Fill(planningCase, rates.PerKilometre, (provision, year) => Pence(planningCase, PriceItem.TransportPerKm, provision, year));
                Fill(planningCase, rates.PerMinute, (provision, year) => Pence(planningCase, PriceItem.TravelAboveThreshold, provision, year));
                Fill(planningCase, rates.PerLevel, (provision, year) => Pence(planningCase, PriceItem.AboveLevel, provision, year));
                Fill(planningCase, rates.Move, (provision, year) => Pence(planningCase, PriceItem.Move, provision, year));
                Fill(planningCase, rates.OverNumber, (provision, year) => Pence(planningCase, PriceItem.OverNumber, provision, year));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(tier), tier, "No such tier.");
        }

        return rates;
    }

    private static void Fill(PlanningCase planningCase, double[] table, Func<Provision, AcademicYear, double> of)
    {
        IReadOnlyList<AcademicYear> years = planningCase.Horizon.PlannedYears;
        for (int g = 0; g < planningCase.Provisions.Length; g++)
        {
            for (int t = 0; t < years.Count; t++)
            {
                table[(g * years.Count) + t] = of(planningCase.Provisions[g], years[t]);
            }
        }
    }

    private static double Pence(PlanningCase planningCase, PriceItem item, Provision provision, AcademicYear year)
    {
        if (planningCase.Prices.ScopeOf(item, provision) is null)
        {
            return 0;
        }

        (Pounds autumn, Pounds summer) = planningCase.Prices.Over(item, provision, year, 1);
        return autumn.Pence + summer.Pence;
    }

    private static void Add(double[] to, double[] from, double weight)
    {
        for (int i = 0; i < to.Length; i++)
        {
            to[i] += weight * from[i];
        }
    }
}
