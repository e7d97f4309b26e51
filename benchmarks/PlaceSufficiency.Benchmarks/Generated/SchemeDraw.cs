using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Benchmarks.Generated;

/// <summary>
/// Draws candidate schemes: bases, units and special schools that could be enlarged from the second planned September on, filling over up to three years. Of six,
/// one needs another first and one rules another out.
/// </summary>
internal static class SchemeDraw
{
    /// <summary>Schemes at different provisions, in order of provisions.</summary>
    internal static IEnumerable<CapitalScheme> Of(Random random, IReadOnlyList<Provision> provisions, IReadOnlyList<int> places, Horizon horizon, int number)
    {
        int[] eligible = [.. Enumerable.Range(0, provisions.Count)
            .Where(g => provisions[g].Kind is ProvisionKind.ResourcedProvision or ProvisionKind.SenUnit or ProvisionKind.SpecialSchool)];
        random.Shuffle(eligible);
        return eligible.Take(number).Order().Select((g, i) => Scheme(random, i, provisions[g], places[g], horizon));
    }

    /// <summary>Most capital in all: a little over half of what every scheme would cost.</summary>
    internal static Pounds? Budget(IReadOnlyCollection<CapitalScheme> schemes) => schemes.Count == 0
        ? null
        : new Pounds(Math.Round(0.55m * schemes.Sum(scheme => scheme.TotalCapital.Value)));

    private static CapitalScheme Scheme(Random random, int i, Provision provision, int places, Horizon horizon)
    {
        bool isBase = provision.Kind != ProvisionKind.SpecialSchool;
        int full = isBase ? 6 + (2 * random.Next(5)) : Math.Max(16, (int)(places * (0.25 + (0.35 * random.NextDouble()))));
        decimal each = isBase ? 25_000 + (5_000 * random.Next(6)) : 60_000 + (5_000 * random.Next(9));
        SchemeYear[] years =
        [
            new(-1, null, new Pounds(Math.Round(full * each * 0.4m))),
            new(0, full / 2, new Pounds(Math.Round(full * each * 0.6m))),
            new(1, full * 3 / 4, Pounds.Zero),
            new(2, full, Pounds.Zero),
        ];
        AcademicYear earliest = horizon.BaseYear.PlusYears(Math.Min(2, horizon.PlannedYears.Count));
        return new CapitalScheme(Id(i), $"{provision.Name} enlarged", provision.Id, null, years)
        {
            Candidate = new OpeningWindow(earliest, horizon.LastYear),
            Requires = i % 6 == 3 ? [new Prerequisite(Id(i - 1), 1)] : [],
            Excludes = i % 6 == 5 ? [Id(i - 1)] : [],
        };
    }

    private static SchemeId Id(int i) => new($"scheme-{i:0000}");
}
