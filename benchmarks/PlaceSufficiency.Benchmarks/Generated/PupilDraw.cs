using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Benchmarks.Generated;

/// <summary>One made-up pupil: the years are counted from the base year, 0.</summary>
internal record struct DrawnPupil(int Area, PrimaryNeed Need, Sex Sex, int First, int Last, int YearGroup, int Levels, int Current);

/// <summary>
/// Draws pupils like those of England's plans: needs, sexes and year groups in the proportions of the January 2025 collection, rounded;
/// the level called for depends on the need and may change at a phase transfer. Proportions of levels are assumptions.
/// </summary>
internal sealed class PupilDraw(Random random, Country country, LevelLists lists)
{
    private const double LevelChanges = 0.12;

    private static readonly PrimaryNeed[] Needs =
    [
        PrimaryNeed.ASD, PrimaryNeed.SLCN, PrimaryNeed.SEMH, PrimaryNeed.MLD, PrimaryNeed.SLD, PrimaryNeed.SPLD, PrimaryNeed.PD, PrimaryNeed.PMLD,
        PrimaryNeed.HI, PrimaryNeed.VI, PrimaryNeed.OTH, PrimaryNeed.DS, PrimaryNeed.MSI,
    ];

    private static readonly WeightedDraw NeedDraw = new([33, 20, 17, 9, 7, 4, 3, 2.5, 1.7, 1, 1, 0.5, 0.3]);

    /// <summary>Weights of the levels, mainstream first, by need in the order of <see cref="Needs"/>.</summary>
    private static readonly WeightedDraw[] LevelDraws =
    [
        new([32, 8, 14, 42, 4]), new([60, 10, 15, 15, 0]), new([40, 8, 8, 40, 4]), new([48, 8, 10, 34, 0]), new([5, 2, 3, 85, 5]), new([75, 12, 8, 5, 0]),
        new([58, 8, 8, 25, 1]), new([1, 0, 2, 87, 10]), new([55, 8, 25, 12, 0]), new([60, 8, 20, 12, 0]), new([60, 10, 10, 20, 0]), new([30, 10, 15, 45, 0]), new([10, 5, 20, 55, 10]),
    ];

    /// <summary>Weights of year groups -1 to 20 in the stock and -1 to 12 among joiners.</summary>
    private static readonly WeightedDraw StockYearGroups =
        new([2, 3.5, 4.5, 5.2, 5.8, 6.4, 6.8, 7.2, 7.4, 7.4, 7.4, 7.3, 7.2, 5.6, 4.6, 3.8, 2.6, 1.8, 1.2, 0.8, 0.5, 0.3]);

    private static readonly WeightedDraw JoinerYearGroups = new([9, 15, 10, 9, 9, 9, 9, 7, 7, 6, 5, 3, 1, 1]);

    /// <summary>A pupil of the base year's stock.</summary>
    internal DrawnPupil Stock(int lastYear) => Draw(0, StockYearGroups.Next(random) - 1, lastYear);

    /// <summary>A pupil who joins in a planned year.</summary>
    internal DrawnPupil Joiner(int year, int lastYear) => Draw(year, JoinerYearGroups.Next(random) - 1, lastYear);

    private DrawnPupil Draw(int first, int yearGroup, int lastYear)
    {
        int area = country.AreaOfSomebody(random);
        int need = NeedDraw.Next(random);
        Sex sex = random.NextDouble() < (Needs[need] is PrimaryNeed.ASD or PrimaryNeed.SEMH or PrimaryNeed.SLCN ? 0.27 : 0.42) ? Sex.Female : Sex.Male;
        int last = Math.Min(lastYear, first + LastYearGroup(yearGroup) - yearGroup);
        return new DrawnPupil(area, Needs[need], sex, first, last, yearGroup, Levels(need, yearGroup, last - first + 1), -1);
    }

    /// <summary>The year group in which a plan ends: most at the end of compulsory school, sixth form or post-16; some before; some at 20 to 25.</summary>
    private int LastYearGroup(int yearGroup)
    {
        double draw = random.NextDouble();
        int last = draw switch
        {
            < 0.10 => random.Next(yearGroup, Math.Max(yearGroup, 10) + 1),
            < 0.34 => 11,
            < 0.52 => 12 + random.Next(2),
            < 0.84 => 14,
            _ => 15 + random.Next(6),
        };
        return Math.Clamp(last, yearGroup, 20);
    }

    private int Levels(int need, int yearGroup, int years)
    {
        int level = LevelDraws[need].Next(random);
        ulong key = 0;
        for (int i = 0; i < years; i++)
        {
            if (i > 0 && PhaseTransfer.ChangesPhaseAfter(YearGroup.Of(yearGroup + i - 1)) && random.NextDouble() < LevelChanges)
            {
                level = LevelDraws[need].Next(random);
            }

            key |= (ulong)level << (3 * i);
        }

        return lists.Of(key, years);
    }
}

/// <summary>Levels year by year: the few thousand lists that occur, each kept once and shared by all pupils who have it.</summary>
internal sealed class LevelLists
{
    private readonly Dictionary<(ulong, int), int> _numbers = [];
    private readonly List<ProvisionLevel[]> _lists = [];

    /// <summary>The list of that number.</summary>
    internal ProvisionLevel[] this[int number] => _lists[number];

    /// <summary>The number of a list; three bits a year, the first year lowest.</summary>
    internal int Of(ulong key, int years)
    {
        if (!_numbers.TryGetValue((key, years), out int number))
        {
            number = _lists.Count;
            _numbers.Add((key, years), number);
            _lists.Add([.. Enumerable.Range(0, years).Select(i => (ProvisionLevel)((key >> (3 * i)) & 7))]);
        }

        return number;
    }
}
