using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>
/// A case and its demand as flat arrays, lean enough for a country: pupils alike in home area, need, sex, levels, years and base-year place are one
/// class, and each class lists its routes, the provisions that can ever be used. Index domains: k class, r route, g provision, t planned year,
/// step the years of a class from its first planned year on. Bit s of a mask is step s.
/// </summary>
internal sealed class RouteCase
{
    /// <summary>The case.</summary>
    public required PlanningCase Case { get; init; }

    /// <summary>Planned years.</summary>
    public required int Years { get; init; }

    /// <summary>Provisions.</summary>
    public required int Provisions { get; init; }

    /// <summary>Classes.</summary>
    public int Classes => Pupils.Length;

    /// <summary>Pupils of class k.</summary>
    public required int[] Pupils { get; init; }

    /// <summary>Planned year of step 0.</summary>
    public required int[] FirstYear { get; init; }

    /// <summary>Steps, at least 1.</summary>
    public required int[] Length { get; init; }

    /// <summary>Steps into which a phase transfer reopens placements.</summary>
    public required uint[] Reopens { get; init; }

    /// <summary>Level called for, by step.</summary>
    public required byte[][] Levels { get; init; }

    /// <summary>Year group of step 0.</summary>
    public required int[] YearGroupAtFirst { get; init; }

    /// <summary>Home area, by its place in the case; of one of the merged classes in a merged case.</summary>
    public required int[] Area { get; init; }

    /// <summary>Numbers of the stays in class k; classes of the case it was merged from in a merged case.</summary>
    public required IReadOnlyList<int>[] Members { get; init; }

    /// <summary>Every route of every class.</summary>
    public required RouteTable Routes { get; init; }

    /// <summary>Years (bit t) in which the scenario allows leaving provision g although the placement fits.</summary>
    public required uint[] MayLeave { get; init; }

    /// <summary>
    /// The same case with classes merged that differ in nothing a measure sees. Journeys are kept apart only where they count, levels only where they
    /// change what is allowed or count. Members are then classes of this case.
    /// </summary>
    /// <param name="journeysCount">Whether the measure depends on kilometres or minutes.</param>
    /// <param name="levelsCount">Whether it depends on the level called for.</param>
    public RouteCase Merged(bool journeysCount, bool levelsCount)
    {
        Dictionary<MergedKey, int> known = [];
        List<List<int>> members = [];
        for (int k = 0; k < Classes; k++)
        {
            MergedKey key = new(this, k, journeysCount, levelsCount);
            if (!known.TryGetValue(key, out int merged))
            {
                known.Add(key, merged = members.Count);
                members.Add([]);
            }

            members[merged].Add(k);
        }

        int[] first = [.. members.Select(of => of[0])];
        return new RouteCase
        {
            Case = Case,
            Years = Years,
            Provisions = Provisions,
            MayLeave = MayLeave,
            Pupils = [.. members.Select(of => of.Sum(k => Pupils[k]))],
            FirstYear = [.. first.Select(k => FirstYear[k])],
            Length = [.. first.Select(k => Length[k])],
            Reopens = [.. first.Select(k => Reopens[k])],
            Levels = [.. first.Select(k => Levels[k])],
            YearGroupAtFirst = [.. first.Select(k => YearGroupAtFirst[k])],
            Area = [.. first.Select(k => Area[k])],
            Members = [.. members],
            Routes = Routes.OfClasses(first),
        };
    }

    /// <summary>Works out classes and routes.</summary>
    public static RouteCase Of(PlanningCase planningCase, DemandPath demand, CancellationToken cancellation) =>
        new RouteCompiler(planningCase).Compile(demand, cancellation);

    private sealed class MergedKey : IEquatable<MergedKey>
    {
        private readonly int[] _parts;
        private readonly int _hash;

        public MergedKey(RouteCase of, int k, bool journeysCount, bool levelsCount)
        {
            RouteTable routes = of.Routes;
            int from = routes.First[k];
            int count = routes.First[k + 1] - from;
            int width = journeysCount ? 5 : 3;
            int length = of.Length[k];
            _parts = new int[5 + (count * width) + (levelsCount || journeysCount ? length : 0)];
            (_parts[0], _parts[1], _parts[2], _parts[3]) = (of.FirstYear[k], length, (int)of.Reopens[k], routes.Before[k]);
            _parts[4] = journeysCount ? of.YearGroupAtFirst[k] : 0;
            int at = 5;
            for (int r = from; r < from + count; r++)
            {
                (_parts[at], _parts[at + 1], _parts[at + 2]) = (routes.Provision[r], (int)routes.Fits[r], (int)routes.Starts[r]);
                if (journeysCount)
                {
                    (_parts[at + 3], _parts[at + 4]) = (BitConverter.SingleToInt32Bits(routes.Kilometres[r]), BitConverter.SingleToInt32Bits(routes.Minutes[r]));
                }

                at += width;
            }

            for (int s = 0; at < _parts.Length; s++, at++)
            {
                _parts[at] = of.Levels[k][s];
            }

            HashCode hash = default;
            hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(_parts.AsSpan()));
            _hash = hash.ToHashCode();
        }

        public bool Equals(MergedKey? other) => other is not null && _hash == other._hash && _parts.AsSpan().SequenceEqual(other._parts);

        public override bool Equals(object? obj) => Equals(obj as MergedKey);

        public override int GetHashCode() => _hash;
    }
}
