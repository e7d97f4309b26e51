using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation.Compiling;

/// <summary>Pupils at a provision in a year, and what each counts for under a limit.</summary>
internal readonly record struct LimitCell(int Provision, int Year, double Coefficient);

/// <summary>
/// A limit as a sum: coefficient * pupils at (g, t), and 1 for each allowed move away from (g, t), is at most <paramref name="Most"/>, and gives where it may.
/// </summary>
/// <param name="Key">Which limit.</param>
/// <param name="Most">The most, in pupils or pence.</param>
/// <param name="Cells">Provisions and years that count; coefficients may be below 0.</param>
internal sealed record CompiledLimit(LimitKey Key, double Most, IReadOnlyList<LimitCell> Cells)
{
    /// <summary>Provisions and years from which an allowed move counts 1.</summary>
    public IReadOnlyList<LimitCell> Moves { get; init; } = [];

    /// <summary>How it is treated.</summary>
    public LimitTreatment Treatment { get; init; } = LimitTreatment.Hard;

    /// <summary>The most by which it can ever give; 0 where it may not.</summary>
    public double MostGive { get; init; }

    /// <summary>Whether it gives in a tier of its own.</summary>
    public bool IsHard => Treatment.Mode == LimitMode.Hard;

    /// <summary>Pence in the cost tier for each unit by which it gives: a pupil, or a penny.</summary>
    public double GivePence => IsHard ? 0 : Key.IsMoney ? (double)Treatment.Price.Value : Treatment.Price.Pence;

    /// <summary>By how much it gives, whole units, when so many pupils are at each provision and year.</summary>
    public double GiveAt(int[,] used)
    {
        double sum = -Most;
        foreach (LimitCell cell in Cells)
        {
            sum += cell.Coefficient * used[cell.Provision, cell.Year];
        }

        return MostGive == 0 ? 0 : Math.Max(0, Math.Ceiling(sum - 1e-6));
    }
}
