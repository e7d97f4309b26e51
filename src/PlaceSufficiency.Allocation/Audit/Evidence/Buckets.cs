namespace PlaceSufficiency.Allocation.Audit.Evidence;

/// <summary>Sorts things into numbered buckets, keeping their order within each.</summary>
internal static class Buckets
{
    /// <summary>
    /// Where each bucket starts (one more than there are buckets) and the things in order of buckets. Things of a negative bucket are left out.
    /// </summary>
    internal static (int[] Start, int[] Things) Of(int buckets, int things, Func<int, int> bucketOf)
    {
        int[] start = new int[buckets + 1];
        for (int thing = 0; thing < things; thing++)
        {
            int bucket = bucketOf(thing);
            start[bucket + 1] += bucket >= 0 ? 1 : 0;
        }

        start[0] = 0;
        for (int bucket = 0; bucket < buckets; bucket++)
        {
            start[bucket + 1] += start[bucket];
        }

        int[] next = [.. start];
        int[] sorted = new int[start[buckets]];
        for (int thing = 0; thing < things; thing++)
        {
            int bucket = bucketOf(thing);
            if (bucket >= 0)
            {
                sorted[next[bucket]++] = thing;
            }
        }

        return (start, sorted);
    }
}
