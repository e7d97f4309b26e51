using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation.Paths;

/// <summary>What a pupil pays for the limits that a path uses, at prices of the limits: for being at a provision, and for moving away from it.</summary>
internal sealed class LimitPrices
{
    private readonly double[,]? _at;
    private readonly double[,]? _move;
    private readonly Dictionary<(int Provision, int Year, int Group), double> _ofGroup = [];

    /// <summary>Adds the prices up by provision and year.</summary>
    public LimitPrices(CompiledCase compiled, double[] prices)
    {
        for (int r = 0; r < prices.Length; r++)
        {
            CompiledLimit limit = compiled.LimitRows[r];
            if (prices[r] == 0)
            {
                continue;
            }

            if (limit.Key is { Kind: LimitKind.YearGroupPlaces, Group: { } group })
            {
                _ofGroup[(limit.Cells[0].Provision, limit.Cells[0].Year, group.Value)] = prices[r];
                continue;
            }

            _at ??= new double[compiled.Provisions.Count, compiled.Years.Count];
            _move ??= new double[compiled.Provisions.Count, compiled.Years.Count];
            foreach (LimitCell cell in limit.Cells)
            {
                _at[cell.Provision, cell.Year] += prices[r] * cell.Coefficient;
            }

            foreach (LimitCell cell in limit.Moves)
            {
                _move[cell.Provision, cell.Year] += prices[r] * cell.Coefficient;
            }
        }
    }

    /// <summary>One pupil of the year group at a provision in a year.</summary>
    public double At(int provision, int year, int group) =>
        (_at?[provision, year] ?? 0) + (_ofGroup.Count == 0 ? 0 : _ofGroup.GetValueOrDefault((provision, year, group)));

    /// <summary>One pupil's allowed move away from a provision in a year.</summary>
    public double OfMove(int provision, int year) => _move?[provision, year] ?? 0;
}
