using System.Collections.Immutable;
using PlaceSufficiency.Allocation.Audit;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Allocation.Tests.Audit;

/// <summary>Short ways to write a case, a plan and its audit by hand in the tiny world.</summary>
internal static class AuditWorld
{
    /// <summary>2021/22, the first planned year.</summary>
    public static readonly AcademicYear First = TinyWorld.BaseYear.Next;

    /// <summary>2022/23, the second planned year.</summary>
    public static readonly AcademicYear Second = First.Next;

    /// <summary>Proves nothing.</summary>
    public static readonly TierPrices NoPrices = Prices();

    /// <summary>A case whose stock is the demand's, both over that many planned years.</summary>
    public static (PlanningCase Case, DemandPath Demand) With(PlanningCase planningCase, params Stay[] stays)
    {
        DemandPath demand = StayBuilder.Path(planningCase.Horizon, stays);
        IEnumerable<StockCell> stock = demand.Stays.Where(stay => stay.FirstYear == TinyWorld.BaseYear)
            .Select(stay => new StockCell(stay.Area, stay.Need, stay.Levels[0], stay.Sex, stay.YearGroupAtFirst, stay.Current, stay.Pupils));
        return (planningCase with { Stock = [.. stock] }, demand);
    }

    public static PupilPath Path(int stay, int pupils, params ProvisionId?[] provisions) => new(stay, pupils, provisions);

    /// <summary>Audits the paths under tiers that state just what the audit itself derives, so that only the paths can be at fault.</summary>
    public static PlanAuditReport Audit(this (PlanningCase Case, DemandPath Demand) world, params PupilPath[] paths)
    {
        PlanAuditReport first = PlanAudit.Check(world.Case, world.Demand, new PlacementPlan(paths, []));
        return PlanAudit.Check(world.Case, world.Demand, new PlacementPlan(paths, first.Tiers));
    }

    /// <summary>Audits the paths under the stated tiers.</summary>
    public static PlanAuditReport Audit(this (PlanningCase Case, DemandPath Demand) world, IReadOnlyList<TierResult> tiers, params PupilPath[] paths) =>
        PlanAudit.Check(world.Case, world.Demand, new PlacementPlan(paths, tiers));

    /// <summary>The one finding of a report that must have exactly one.</summary>
    public static Finding Only(this PlanAuditReport report, string code)
    {
        Finding finding = Assert.Single(report.Findings);
        Assert.Equal(code, finding.Code);
        Assert.False(report.Passed);
        return finding;
    }

    public static TierPrices Prices(
        Dictionary<(ProvisionId Provision, AcademicYear Year), double>? places = null,
        Dictionary<AcademicYear, double>? inmss = null,
        Dictionary<ObjectiveTier, double>? held = null) => new(places ?? [], inmss ?? [], held ?? []);

    /// <summary>Replaces every price of an item by pounds by financial year, first planned year first, for all provisions.</summary>
    public static PlanningCase WithPrice(this PlanningCase planningCase, PriceItem item, params decimal[] pounds) => planningCase with
    {
        Prices = new PriceList(planningCase.Prices.Prices.Where(price => price.Key.Item != item)
            .Concat(planningCase.Horizon.FinancialYears.Zip(pounds, (year, amount) => KeyValuePair.Create((item, PriceScope.All, year), new Pounds(amount))))
            .ToImmutableDictionary()),
    };

    /// <summary>Turns a provision into another kind; prices stated for the old kind no longer apply.</summary>
    public static PlanningCase WithKind(this PlanningCase planningCase, ProvisionId id, ProvisionKind kind) =>
        planningCase.WithProvision(id, provision => provision with { Kind = kind });

    public static PlanningCase WithDesignation(this PlanningCase planningCase, ProvisionId id, Func<Designation, Designation> change) =>
        planningCase.WithProvision(id, provision => provision with { Designation = change(provision.Designation) });
}
