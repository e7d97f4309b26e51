namespace PlaceSufficiency.Benchmarks.Generated;

/// <summary>Where the pupils of the base year are: mostly at the nearest provision that admits them and has room, sometimes at the next.</summary>
internal static class StockPlacement
{
    private const int Looked = 12;

    /// <summary>Fills in <see cref="DrawnPupil.Current"/> of the stock.</summary>
    internal static void Place(
        Random random, Country country, LevelLists lists, FittingProvisions fitting, IReadOnlyList<int> places, List<DrawnPupil> pupils)
    {
        int[] left = [.. places];
        Span<int> near = stackalloc int[Looked];
        for (int i = 0; i < pupils.Count; i++)
        {
            DrawnPupil pupil = pupils[i];
            if (pupil.First > 0)
            {
                continue;
            }

            int count = fitting.Nearest(country.Areas[pupil.Area], pupil.Need, pupil.Sex, pupil.YearGroup, lists[pupil.Levels][0], near);
            int chosen = -1;
            bool passes = random.NextDouble() < 0.25;
            for (int k = 0; k < count && (chosen < 0 || passes); k++)
            {
                if (left[near[k]] > 0)
                {
                    passes = passes && chosen < 0;
                    chosen = near[k];
                }
            }

            if (chosen >= 0)
            {
                left[chosen]--;
                pupils[i] = pupil with { Current = chosen };
            }
        }
    }
}
