using PlaceSufficiency.Allocation.Compiling;

namespace PlaceSufficiency.Allocation.Paths;

/// <summary>Merges stays that are alike in every rule and, where prices matter, in every price. Merging loses nothing.</summary>
internal static class PathClasses
{
    /// <summary>The classes, in the order of their first stays.</summary>
    /// <param name="compiled">The compiled case.</param>
    /// <param name="withPrices">Whether pupils of different prices must be kept apart.</param>
    public static List<PathClass> Of(CompiledCase compiled, bool withPrices)
    {
        Dictionary<ShapeKey, List<int>> members = [];
        List<List<int>> inOrder = [];
        bool withYearGroups = compiled.LimitRows.Any(limit => limit.Key.Group is not null);
        for (int s = 0; s < compiled.Stays.Count; s++)
        {
            ShapeKey key = ShapeKey.Of(compiled.Stays[s], withPrices, withYearGroups);
            if (!members.TryGetValue(key, out List<int>? of))
            {
                members.Add(key, of = []);
                inOrder.Add(of);
            }

            of.Add(s);
        }

        return [.. inOrder.Select(of => new PathClass(compiled.Stays[of[0]], of, of.Sum(s => compiled.Stays[s].Stay.Pupils)))];
    }

    /// <summary>Everything a measure may depend on, as one sequence of numbers.</summary>
    private sealed class ShapeKey : IEquatable<ShapeKey>
    {
        private readonly long[] _parts;
        private readonly int _hash;

        private ShapeKey(long[] parts)
        {
            _parts = parts;
            HashCode hash = default;
            foreach (long part in parts)
            {
                hash.Add(part);
            }

            _hash = hash.ToHashCode();
        }

        public static ShapeKey Of(CompiledStay stay, bool withPrices, bool withYearGroups)
        {
            List<long> parts = [stay.FirstYear, stay.Length, stay.LostBefore ? -2 : stay.Before];
            parts.Add(withYearGroups ? stay.YearGroupIn(0) : 0);
            parts.AddRange(stay.Candidates.Select(g => (long)g));
            for (int step = 0; step < stay.Length; step++)
            {
                parts.Add((stay.Reopens[step] ? 1 : 0) + (2L * stay.UnplacedWeight[step]));
                for (int c = 0; c < stay.Candidates.Length; c++)
                {
                    parts.Add((stay.Fits[step, c] ? 1 : 0) + (stay.MayStart[step, c] ? 2 : 0) + (stay.MayMove[step, c] ? 4 : 0));
                    if (withPrices)
                    {
                        parts.Add(stay.Pence[step, c]);
                        parts.Add(stay.MovePence[step, c]);
                        parts.Add(stay.ExcessMinutes[step, c]);
                    }
                }
            }

            return new ShapeKey([.. parts]);
        }

        public bool Equals(ShapeKey? other) => other is not null && _hash == other._hash && _parts.AsSpan().SequenceEqual(other._parts);

        public override bool Equals(object? obj) => Equals(obj as ShapeKey);

        public override int GetHashCode() => _hash;
    }
}
