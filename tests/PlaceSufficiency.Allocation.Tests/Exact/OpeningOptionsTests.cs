using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Allocation.Exact;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Allocation.Tests.Exact;

public sealed class OpeningOptionsTests
{
    [Fact]
    public void TheRulesOnSchemesReadAsInTheModel()
    {
        // Two candidates over two years: the second a year after the first and never with it, one of the two, within 1,200 pounds.
        PlanningCase planningCase = TinyWorld.Case(2);
        planningCase = planningCase.WithSchemes(
            planningCase.Candidate("a", TinyWorld.SpecialSchool, 2, 1_000) with { Groups = ["one"] },
            planningCase.Candidate("b", TinyWorld.Base, 1, 500) with
            {
                Groups = ["one"],
                Requires = [new Prerequisite(new SchemeId("a"), 1)],
                Excludes = [new SchemeId("a")],
            }) with
        {
            SchemeGroups = [new SchemeGroup("one", 1, 1)],
            Limits = PlanLimits.None with { CapitalTotal = new Pounds(1_200) },
        };
        ExactModel model = new();
        OpeningOptions options = new(model, new CompiledCase(planningCase, StayBuilder.Path(planningCase.Horizon)));

        Assert.Equal(
            """
            one_way[hilltop-special]: +1 way[hilltop-special,0] +1 way[hilltop-special,1] +1 way[hilltop-special,2] = 1
            opening[a,0]: -1 opens[a,2021/22] +1 way[hilltop-special,1] = 0
            opening[a,1]: -1 opens[a,2022/23] +1 way[hilltop-special,2] = 0
            one_way[riverside-base]: +1 way[riverside-base,0] +1 way[riverside-base,1] +1 way[riverside-base,2] = 1
            opening[b,0]: -1 opens[b,2021/22] +1 way[riverside-base,1] = 0
            opening[b,1]: -1 opens[b,2022/23] +1 way[riverside-base,2] = 0
            requires[b,a,0]: +1 opens[b,2021/22] <= 0
            requires[b,a,1]: -1 opens[a,2021/22] +1 opens[b,2022/23] <= 0
            excludes[b,a]: +1 opens[a,2021/22] +1 opens[a,2022/23] +1 opens[b,2021/22] +1 opens[b,2022/23] <= 1
            at_least[one]: +1 opens[a,2021/22] +1 opens[a,2022/23] +1 opens[b,2021/22] +1 opens[b,2022/23] >= 1
            capital in total: +100000 opens[a,2021/22] +100000 opens[a,2022/23] +50000 opens[b,2021/22] +50000 opens[b,2022/23] <= 120000
            group one: +1 opens[a,2021/22] +1 opens[a,2022/23] +1 opens[b,2021/22] +1 opens[b,2022/23] <= 1
            """,
            string.Join('\n', model.Rows.Select(row => Text(model, row))));

        // Opened in the first year the school has 12 places in both, in the second 12 in that one, closed 10.
        ExactSum places = new();
        Assert.True(options.AddPlaces(0, 0, places, new ExactSum()));
        Assert.Equal([10L, 12L, 10L], places.Terms.Select(term => term.Value));
    }

    private static string Text(ExactModel model, ExactRow row)
    {
        string sum = string.Join(' ', row.Sum.Terms.Select(term => $"{term.Value:+0;-0} {model.Variables[term.Key].Name}"));
        return (row.Least, row.Most) switch
        {
            ({ } least, { } most) when least == most => $"{row.Name}: {sum} = {least - row.Sum.Constant}",
            (null, { } most) => $"{row.Name}: {sum} <= {most - row.Sum.Constant}",
            ({ } least, _) => $"{row.Name}: {sum} >= {least - row.Sum.Constant}",
            _ => $"{row.Name}: {sum}",
        };
    }
}
