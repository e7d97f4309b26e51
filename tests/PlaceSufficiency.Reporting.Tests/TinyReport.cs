using NodaTime;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Reporting.Tests;

/// <summary>
/// Hand-written figures over one planned year: 12 pupils, of whom 8 are at the special school and 3 at the base in 2021/22, and
/// 1 girl of secondary age with SEMH has no place because the school is full.
/// </summary>
internal static class TinyReport
{
    internal static readonly AcademicYear BaseYear = TinyWorld.BaseYear;
    internal static readonly AcademicYear PlannedYear = TinyWorld.BaseYear.Next;

    internal static PlanningCase Case { get; } = TinyWorld.Case(plannedYears: 1) with
    {
        Question = "Are ten places enough?",
        NeedGroups = [new NeedGroup("SEMH", NeedSet.Of(PrimaryNeed.SEMH)), new NeedGroup("other needs", NeedSet.Of(NeedSet.All.Where(need => need != PrimaryNeed.SEMH)))],
        Schemes =
        [
            new CapitalScheme(new SchemeId("wing"), "New wing", TinyWorld.SpecialSchool, PlannedYear, [new SchemeYear(0, 4, new Pounds(1_000_000))]),
            new CapitalScheme(new SchemeId("annexe"), "Annexe", TinyWorld.Base, null, [new SchemeYear(0, 6, new Pounds(250_000))]),
        ],
    };

    internal static PlanFigures Figures { get; } = new(
        [
            Fact(BaseYear, 8, TinyWorld.SpecialSchool, 10),
            Fact(BaseYear, 2, TinyWorld.Base, 20),
            Fact(PlannedYear, 8, TinyWorld.SpecialSchool, 10),
            Fact(PlannedYear, 3, TinyWorld.Base, 20),
            Fact(PlannedYear, 1, null, 0) with
            {
                YearGroup = YearGroup.Of(7), Need = PrimaryNeed.SEMH, Sex = Sex.Female, Reason = new UnplacedReason(UnplacedCause.Full, [TinyWorld.SpecialSchool]),
            },
        ],
        [
            new ProvisionYear(TinyWorld.SpecialSchool, BaseYear, 10, 0, 8, 0, 2),
            new ProvisionYear(TinyWorld.Base, BaseYear, 10, 0, 2, 0, 8),
            new ProvisionYear(TinyWorld.SpecialSchool, PlannedYear, 7, 1, 8, 2, 0),
            new ProvisionYear(TinyWorld.Base, PlannedYear, 10, 0, 3, 0, 7),
        ],
        [
            Amount(2021, BudgetLine.HighNeedsBlock, PriceItem.TopUp, ProvisionKind.SpecialSchool, 56_000),
            Amount(2021, BudgetLine.HighNeedsBlock, PriceItem.TopUp, ProvisionKind.ResourcedProvision, 10_500.5m),
            Amount(2021, BudgetLine.Capital, null, ProvisionKind.SpecialSchool, 1_000_000),
            Amount(2021, BudgetLine.Priced, PriceItem.OverNumber, ProvisionKind.SpecialSchool, 28_000),
            Amount(2022, BudgetLine.HighNeedsBlock, PriceItem.TopUp, ProvisionKind.SpecialSchool, 40_000),
        ],
        [
            new SufficiencyBalance(BaseYear, Phase.Primary, "other needs", 10, 10, 0, 0, 0, 10),
            new SufficiencyBalance(PlannedYear, Phase.Primary, "other needs", 11, 11, 0, 0, 0, 6),
            new SufficiencyBalance(PlannedYear, Phase.Secondary, "SEMH", 1, 0, 0, 0, 1, 0),
        ],
        [
            new YearFigures(BaseYear, 10, 0, 0, 10, 0, 0, 0, 0, Pounds.Zero, 10, 8, Duration.FromMinutes(10), Duration.FromMinutes(20), 0, 0),
            new YearFigures(PlannedYear, 12, 3, 1, 11, 1, 2, 2, 1, new Pounds(120_000), 7, 8, Duration.FromSeconds(630), Duration.FromMinutes(20), 1, 0),
        ]);

    internal static PlanAuditReport Audit { get; } = new(
        [],
        Figures,
        [
            new TierResult(ObjectiveTier.Unplaced, 1, 1, NoPrices),
            new TierResult(ObjectiveTier.Cost, 10_650_050, 10_649_000, NoPrices),
        ]);

    internal static ScenarioReport Report { get; } = new(Case, Audit, "Not enough: 1 pupil has no suitable place in 2021/22.", "abc123");

    private static TierPrices NoPrices => new(
        new Dictionary<(ProvisionId, AcademicYear), double>(), new Dictionary<AcademicYear, double>(), new Dictionary<ObjectiveTier, double>());

    internal static PlacementFact Fact(AcademicYear year, int pupils, ProvisionId? at, int minutes) => new(
        year, 0, TinyWorld.North, YearGroup.Of(4), PrimaryNeed.ASD, Sex.Male, ProvisionLevel.Special, at, false,
        at is null ? null : Duration.FromMinutes(minutes), pupils, null);

    private static BudgetAmount Amount(int year, BudgetLine line, PriceItem? item, ProvisionKind kind, decimal pounds) =>
        new(FinancialYear.StartingIn(year), line, item, kind, new Pounds(pounds));
}
