using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Scenarios.Batches;
using PlaceSufficiency.Scenarios.Changes;

namespace PlaceSufficiency.Scenarios.TradeOffs;

/// <summary>What a trade-off is along.</summary>
public enum TradeOffKind
{
    /// <summary>Capital of all schemes that open, pounds.</summary>
    Capital,

    /// <summary>What INMSS cost in an academic year, pounds.</summary>
    InmssSpend,

    /// <summary>Pupils in INMSS.</summary>
    InmssPupils,
}

/// <summary>
/// A limit that is drawn tighter point by point. Of a sweep's targets it takes those that are limits: the tighter it is the fewer plans keep it, and none is worth
/// more than it was. All that a curve carries from point to point rests on that.
/// </summary>
public sealed class TradeOffLimit
{
    /// <summary>What a trade-off can be along, for messages.</summary>
    public const string Known = "capital.total, inmss.spend.<year>, inmss.cap.<year>";

    private static readonly string[] _starts = ["capital.total", "inmss.spend", "inmss.cap"];

    private TradeOffLimit(string key, TradeOffKind kind, AcademicYear? from = null, AcademicYear? until = null) => (Key, Kind, From, Until) = (key, kind, from, until);

    /// <summary>The sweep's target: "capital.total".</summary>
    public string Key { get; }

    /// <summary>What it is on.</summary>
    public TradeOffKind Kind { get; }

    /// <summary>First academic year that it limits, each by itself; null where it is on all years together.</summary>
    public AcademicYear? From { get; }

    /// <summary>Last academic year that it limits; null where it stays.</summary>
    public AcademicYear? Until { get; }

    /// <summary>Whether it is in pounds; otherwise it is in whole pupils.</summary>
    public bool IsMoney => Kind != TradeOffKind.InmssPupils;

    /// <summary>The limit of that key.</summary>
    /// <exception cref="FindingsException">It is no limit.</exception>
    public static TradeOffLimit Of(string key)
    {
        try
        {
            switch (SweepTarget.Change(new SweepSetting(key, 0)))
            {
                case LimitCapital:
                    return new TradeOffLimit(key, TradeOffKind.Capital);
                case LimitInmssSpend limit:
                    return new TradeOffLimit(key, TradeOffKind.InmssSpend, limit.From, limit.Until);
                case CapInmss cap:
                    return new TradeOffLimit(key, TradeOffKind.InmssPupils, cap.From, cap.Until);
            }
        }
        catch (FindingsException)
        {
            // What a sweep could be over does not help here: fewer things are limits.
        }

        string start = string.Join('.', key.Split('.').Take(2));
        throw new FindingsException([Finding.Error("unknown-limit", $"A trade-off is along one of {Known}.", key: "--limit", value: key, maybe: NearMiss.Sentence(start, _starts))]);
    }

    /// <summary>The case at a point of the curve: the limit wins over what the scenario says of it.</summary>
    /// <exception cref="FindingsException">The limit does not suit the case.</exception>
    public PlanningCase At(decimal value, PlanningCase baseCase, Scenario scenario) => SweepTarget.Apply(baseCase, scenario, [new SweepSetting(Key, value)]);

    /// <summary>Why drawing the limit tighter would change nothing in the case.</summary>
    public IEnumerable<Finding> Check(PlanningCase planningCase)
    {
        if (Kind == TradeOffKind.Capital && !planningCase.Candidates.Any())
        {
            yield return Finding.Error(
                "nothing-to-trade", "The scenario leaves no scheme to the plan, so its capital is the same whatever the limit.", key: "--limit", value: Key,
                maybe: "add consider-schemes to it.");
        }

        LimitKind? treated = Kind switch { TradeOffKind.InmssSpend => LimitKind.InmssSpend, TradeOffKind.InmssPupils => LimitKind.InmssPupils, _ => null };
        if (treated is { } kind && planningCase.Limits.TreatmentOf(kind).Mode == LimitMode.Off)
        {
            yield return Finding.Error("limit-set-aside", "The scenario sets limits of this kind aside (treat-limit: off), so drawing them tighter changes nothing.", key: "--limit", value: Key);
        }
    }

    /// <summary>What a plan takes of it: pounds, or pupils; of several years the most.</summary>
    /// <param name="decided">The case with the openings that the plan decided.</param>
    /// <param name="figures">The plan's figures.</param>
    public decimal UsedBy(PlanningCase decided, PlanFigures figures)
    {
        IEnumerable<YearFigures> years = figures.Years.Where(year => decided.Horizon.IsPlanned(year.Year) && year.Year >= From && (Until is null || year.Year <= Until));
        return Kind switch
        {
            TradeOffKind.Capital => decided.Schemes.Where(scheme => scheme.Status == SchemeStatus.Committed).Sum(scheme => scheme.TotalCapital.Value),
            TradeOffKind.InmssSpend => years.Max(year => year.InmssSpend.Value),
            _ => years.Max(year => year.Inmss),
        };
    }
}
