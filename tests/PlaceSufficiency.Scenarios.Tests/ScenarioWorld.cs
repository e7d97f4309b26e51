using System.Collections.Immutable;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Scenarios.Changes;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Scenarios.Tests;

/// <summary>The tiny world over 2021/22 to 2023/24 with two schemes, and short ways to try changes on it.</summary>
internal static class ScenarioWorld
{
    internal static readonly SchemeId Extension = new("hilltop-extension");

    internal static readonly SchemeId Empty = new("hilltop-roof");

    internal static readonly AcademicYear Year1 = AcademicYear.StartingIn(2021);

    internal static readonly AcademicYear Year2 = AcademicYear.StartingIn(2022);

    internal static readonly AcademicYear Year3 = AcademicYear.StartingIn(2023);

    internal static FinancialYear Financial(int startYear) => FinancialYear.StartingIn(startYear);

    internal static PlanningCase Case() => TinyWorld.Case(3) with
    {
        Schemes =
        [
            new CapitalScheme(Extension, "Extension", TinyWorld.SpecialSchool, null,
                [new SchemeYear(-1, null, new Pounds(100_000)), new SchemeYear(0, 4, new Pounds(50_000)), new SchemeYear(1, 6, Pounds.Zero)]),
            new CapitalScheme(Empty, "Roof", TinyWorld.SpecialSchool, null, [new SchemeYear(0, null, new Pounds(10_000))]),
        ],
    };

    /// <summary>The case after one change that must be without error.</summary>
    internal static PlanningCase After(ScenarioChange change, PlanningCase? before = null)
    {
        PlanningCase planningCase = before ?? Case();
        Assert.DoesNotContain(change.Check(planningCase), finding => finding.Severity == Severity.Error);
        return change.Apply(planningCase);
    }

    /// <summary>"code key 'value'" of every finding of a change.</summary>
    internal static string[] Found(ScenarioChange change, PlanningCase? before = null) =>
        [.. change.Check(before ?? Case()).Select(finding => $"{finding.Code} {finding.Key} '{finding.Value}'")];

    /// <summary>The change log of a change.</summary>
    internal static string[] Logged(ScenarioChange change, PlanningCase? before = null) => [.. change.Log(before ?? Case()).Select(line => line.ToString())];

    internal static Scenario Of(params ImmutableArray<ScenarioLayer> layers) => new("What if", "What then?", layers);

    internal static ScenarioLayer Layer(string file, params IEnumerable<ScenarioChange> changes) =>
        new(file, [.. changes.Select((change, index) => new PlacedChange(5 + index, change))]);
}
