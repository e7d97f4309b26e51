using System.Text;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Cases;
using PlaceSufficiency.Storage.Runs;

namespace PlaceSufficiency.Storage.Tests.Runs;

/// <summary>The plan that the tiny case's README works out by hand.</summary>
internal static class TinyRun
{
    public static readonly AcademicYear FirstPlanned = AcademicYear.Parse("2025/26");
    public static readonly AcademicYear LastPlanned = AcademicYear.Parse("2026/27");

    private static readonly AcademicYear _observed = AcademicYear.Parse("2024/25");
    private static readonly ProvisionId _oak = new("oak-special");
    private static readonly ProvisionId _elm = new("elm-base");
    private static readonly ProvisionId _yew = new("yew-inmss");

    public static FinishedRun Of(string scenarioFile = "base.yaml")
    {
        LoadedCase loaded = CaseReader.Read(Path.Combine(Repository.Tiny, scenarioFile));
        return new FinishedRun(loaded, new DemandPath(loaded.Case.Horizon, Stays()), Plan(), "1.2.3");
    }

    /// <summary>
    /// The same plan as if two of its tiers were proven by cases of the annexe: over-number by two sets of prices of which the second is all 0, cost after a
    /// split of each of its cases.
    /// </summary>
    public static FinishedRun ByCases()
    {
        FinishedRun run = Of("annexe.yaml");
        SchemeId annexe = new("oak-annexe");
        TierPrices none = new(new Dictionary<(ProvisionId, AcademicYear), double>(), new Dictionary<AcademicYear, double>(), new Dictionary<ObjectiveTier, double>());
        TierPrices held = none with { HeldTiers = new Dictionary<ObjectiveTier, double> { [ObjectiveTier.Unplaced] = 7 } };
        TierResult[] tiers =
        [
            run.Plan.Tiers[0],
            run.Plan.Tiers[1] with { Proof = [run.Plan.Tiers[1].Prices, none], Cases = [new(annexe, LastPlanned, 0), new(null, null, 0), new(null, null, 1)] },
            run.Plan.Tiers[2] with
            {
                Proof = [run.Plan.Tiers[2].Prices, held, held],
                Cases = [new(annexe, LastPlanned, 0), new(annexe, FirstPlanned, 0), new(null, null, 2), new(null, null, 1), new(null, null, 0)],
            },
        ];
        return run with { Plan = run.Plan with { Tiers = tiers } };
    }

    /// <summary>A report, as the caller would add one.</summary>
    public static RunFile Report(string path, string text) => new(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    private static Stay[] Stays() =>
    [
        Stay(0, "north", PrimaryNeed.ASD, Sex.Male, _observed, LastPlanned, 5, _oak, 2, ProvisionLevel.Special, ProvisionLevel.Special, ProvisionLevel.Special),
        Stay(1, "south", PrimaryNeed.SLD, Sex.Female, _observed, FirstPlanned, 10, _oak, 1, ProvisionLevel.Special, ProvisionLevel.Special),
        Stay(2, "south", PrimaryNeed.SLCN, Sex.Female, _observed, LastPlanned, 5, _elm, 1, ProvisionLevel.Resourced, ProvisionLevel.Resourced, ProvisionLevel.Special),
        Stay(3, "north", PrimaryNeed.ASD, Sex.Male, FirstPlanned, LastPlanned, 7, null, 1, ProvisionLevel.Special, ProvisionLevel.Special),
        Stay(4, "north", PrimaryNeed.ASD, Sex.Male, LastPlanned, LastPlanned, 7, null, 1, ProvisionLevel.Special),
    ];

    private static PlacementPlan Plan() => new(
        [
            new(0, 2, [_oak, _oak]),
            new(1, 1, [_oak]),
            new(2, 1, [_elm, _yew]),
            new(3, 1, [_oak, _oak]),
            new(4, 1, [_oak]),
        ],
        [
            new(ObjectiveTier.Unplaced, 0, 0, Prices([], [], [])),
            new(ObjectiveTier.OverNumber, 0, -0.1, Prices([], [], [(ObjectiveTier.Unplaced, 1.0 / 3)])),
            new(ObjectiveTier.Cost, 11_172_000, 11_171_999.999_999_998, Prices([(_oak, LastPlanned, 5_964_000.000_000_001), (_oak, FirstPlanned, 0)], [(LastPlanned, 1e-17)], [(ObjectiveTier.Unplaced, 1e9), (ObjectiveTier.OverNumber, 0.1 + 0.2)])),
        ]);

    private static TierPrices Prices((ProvisionId, AcademicYear, double)[] places, (AcademicYear, double)[] limits, (ObjectiveTier, double)[] held) => new(
        places.ToDictionary(price => (price.Item1, price.Item2), price => price.Item3),
        limits.ToDictionary(price => price.Item1, price => price.Item2),
        held.ToDictionary(price => price.Item1, price => price.Item2));

    private static Stay Stay(
        int number, string area, PrimaryNeed need, Sex sex, AcademicYear first, AcademicYear last, int yearGroup, ProvisionId? current, int pupils, params ProvisionLevel[] levels) =>
        new(number, new(area), need, sex, first, last, YearGroup.Of(yearGroup), levels, current, pupils);
}
