namespace PlaceSufficiency.Storage.Archive;

/// <summary>The order of lists: case, scenario, settings, future, version, and the id where all else is the same.</summary>
internal static class RunOrder
{
    /// <summary>The order.</summary>
    public static IComparer<RunManifest> ByLabel { get; } = Comparer<RunManifest>.Create(Compare);

    private static int Compare(RunManifest first, RunManifest second)
    {
        int order = string.CompareOrdinal(first.Case, second.Case);
        order = order != 0 ? order : string.CompareOrdinal(first.Scenario, second.Scenario);
        for (int i = 0; order == 0 && i < Math.Max(first.Settings.Count, second.Settings.Count); i++)
        {
            order = (i < first.Settings.Count, i < second.Settings.Count) switch
            {
                (false, _) => -1,
                (_, false) => 1,
                _ => string.CompareOrdinal(first.Settings[i].Over, second.Settings[i].Over) is var over and not 0 ? over : first.Settings[i].Value.CompareTo(second.Settings[i].Value),
            };
        }

        order = order != 0 ? order : (first.Future?.Seed ?? int.MinValue).CompareTo(second.Future?.Seed ?? int.MinValue);
        order = order != 0 ? order : (first.Future?.Number ?? -1).CompareTo(second.Future?.Number ?? -1);
        order = order != 0 ? order : string.CompareOrdinal(first.Version, second.Version);
        return order != 0 ? order : string.CompareOrdinal(first.Id, second.Id);
    }
}
