using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>What each tier of a case counts, alone and together with the tiers before it at weights that hold them.</summary>
internal sealed class TierRates
{
    /// <summary>What a unit of the tier before cost counts for, in dearest pupil-years.</summary>
    private const double CostWeight = 1.5;

    private readonly RouteCase _routes;
    private readonly Limits _limits;
    private readonly PriceAccuracy _accuracy;
    private readonly Rates[] _own;
    private readonly Lazy<RouteCase> _merged;

    /// <summary>Works out the rates of every tier.</summary>
    public TierRates(RouteCase routes, Limits limits, PriceAccuracy accuracy)
    {
        (_routes, _limits, _accuracy, Tiers) = (routes, limits, accuracy, routes.Case.Objective);
        _own = [.. Tiers.Select(tier => Rates.Of(routes.Case, tier))];
        _merged = new Lazy<RouteCase>(() => routes.Merged(false, !routes.Case.UnplacedWeights.IsEmpty));
    }

    /// <summary>The tiers, in their order.</summary>
    public IReadOnlyList<ObjectiveTier> Tiers { get; }

    /// <summary>What tier i counts.</summary>
    public Rates Own(int i) => _own[i];

    /// <summary>The classes that tier i needs: fewer where it and those before it do not see journeys, except for the last tier, which plans are made from.</summary>
    public RouteCase RoutesOf(int i) => i == Tiers.Count - 1 || Tiers.Take(i + 1).Contains(ObjectiveTier.Cost) ? _routes : _merged.Value;

    /// <summary>What one unit of each tier before i counts for: more than it could save on this one, several times as much for each tier before.</summary>
    /// <param name="i">The tier.</param>
    /// <param name="most">Largest weight over a tier that counts pupils; null for what the size of the case allows.</param>
    /// <param name="times">How much more a tier counts than the next one; null for what the size of the case allows.</param>
    /// <param name="pence">What a place for a year may cost besides a pupil's.</param>
    public double[] Weights(int i, double? most = null, double? times = null, double pence = 0)
    {
        double[] weights = new double[i];
        double weight = Tiers[i] == ObjectiveTier.Cost ? CostWeight * (MostOfPupilYear(_own[i]) + pence) : Math.Min(most ?? _accuracy.MostWeight, MostOf(Tiers[i]) + 1);
        for (int j = i - 1; j >= 0; j--, weight *= times ?? _accuracy.Times)
        {
            weights[j] = weight;
        }

        return weights;
    }

    /// <summary>Tier i with the tiers before it at weights.</summary>
    public Rates Weighed(int i, double[] weights)
    {
        Rates weighed = new(_routes.Provisions, _routes.Years);
        weighed.Add(_own[i], 1);
        for (int j = 0; j < weights.Length; j++)
        {
            weighed.Add(_own[j], weights[j]);
        }

        return weighed;
    }

    /// <summary>What the tiers before i come to at weights, held at what the scenario allows after the values reached.</summary>
    public double Held(double[] weights, IReadOnlyList<long> values) =>
        Enumerable.Range(0, weights.Length).Sum(j => weights[j] * _routes.Case.HeldAt(Tiers[j], values[j]));

    /// <summary>Rates are not rounded to the penny for each charge and half-year; what that may have added to all pupils' years at most.</summary>
    public double PenceOfRounding(int i) => Tiers[i] == ObjectiveTier.Cost
        ? new[] { _own[i].PerKilometre, _own[i].PerMinute, _own[i].PerLevel }.Count(table => table.Any(rate => rate != 0)) * _accuracy.PupilYears
        : 0;

    /// <summary>Prices in the words of the field.</summary>
    public TierPrices Published(double[] prices, double[] weights)
    {
        Dictionary<(ProvisionId, AcademicYear), double> places = [];
        for (int i = 0; i < _limits.Places.Length; i++)
        {
            if (prices[i] > 0)
            {
                places.Add((_routes.Case.Provisions[i / _routes.Years].Id, _routes.Case.Horizon.PlannedYears[i % _routes.Years]), prices[i]);
            }
        }

        Dictionary<AcademicYear, double> inmss = [];
        for (int row = 0; row < _limits.Rows.Count; row++)
        {
            if (prices[_limits.Places.Length + row] > 0)
            {
                inmss.Add(_routes.Case.Horizon.PlannedYears[_limits.Rows[row].Cells[0] % _routes.Years], prices[_limits.Places.Length + row]);
            }
        }

        return new TierPrices(places, inmss, weights.Select((weight, j) => (weight, tier: Tiers[j])).ToDictionary(pair => pair.tier, pair => pair.weight));
    }

    /// <summary>What a tier that counts pupils can come to at most.</summary>
    private double MostOf(ObjectiveTier tier) => tier == ObjectiveTier.OverNumber ? _limits.Most.Sum(most => (double)most) : _accuracy.PupilYears * _routes.Case.UnplacedWeights.Values.DefaultIfEmpty(1).Max();

    private double MostOfPupilYear(Rates rates)
    {
        double kilometres = _routes.Routes.Kilometres.DefaultIfEmpty().Max();
        double most = 1;
        for (int i = 0; i < rates.Year.Length; i++)
        {
            most = Math.Max(most, rates.Year[i] + (kilometres * rates.PerKilometre[i]) + (Rates.LevelCount * rates.PerLevel[i]));
        }

        return most;
    }
}
