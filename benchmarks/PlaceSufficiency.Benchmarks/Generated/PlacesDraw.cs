using PlaceSufficiency.Domain.Provisions;

namespace PlaceSufficiency.Benchmarks.Generated;

/// <summary>
/// Gives provisions places by asking where pupils would go: everyone of the base year and of a later year is shared between the nearest
/// provisions that admit them, and a provision has places for most of its shares. So places are where pupils are, and too few.
/// </summary>
internal sealed class PlacesDraw(Random random, Country country, LevelLists lists, IReadOnlyList<DrawnProvision> provisions, FittingProvisions fitting)
{
    /// <summary>Places in specialist provision for each pupil who would go there.</summary>
    private const double Tightness = 0.86;

    private static readonly double[] Shares = [0.46, 0.27, 0.17, 0.1];

    /// <summary>Places of each provision.</summary>
    internal int[] Of(IReadOnlyList<DrawnPupil> pupils, int laterYear)
    {
        double[] votes = new double[provisions.Count];
        foreach (int year in (ReadOnlySpan<int>)[0, laterYear])
        {
            foreach (DrawnPupil pupil in pupils)
            {
                if (pupil.First <= year && pupil.Last >= year)
                {
                    Vote(pupil, year - pupil.First, votes);
                }
            }
        }

        return [.. votes.Select((vote, g) => Places(provisions[g].Kind, vote / 2))];
    }

    private void Vote(DrawnPupil pupil, int step, double[] votes)
    {
        Span<int> near = stackalloc int[Shares.Length];
        Span<double> weights = stackalloc double[Shares.Length];
        int count = fitting.Nearest(country.Areas[pupil.Area], pupil.Need, pupil.Sex, pupil.YearGroup + step, lists[pupil.Levels][step], near);
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            weights[i] = Shares[i] * (provisions[near[i]].Kind == ProvisionKind.Inmss ? 0.25 : 1);
            sum += weights[i];
        }

        for (int i = 0; i < count; i++)
        {
            votes[near[i]] += weights[i] / sum;
        }
    }

    private int Places(ProvisionKind kind, double pupils)
    {
        double uneven = 0.8 + (0.4 * random.NextDouble());
        return kind switch
        {
            ProvisionKind.Mainstream or ProvisionKind.FurtherEducation => 4 + (int)(1.6 * pupils),
            _ => Math.Max(4, (int)Math.Round(Tightness * uneven * pupils)),
        };
    }
}
