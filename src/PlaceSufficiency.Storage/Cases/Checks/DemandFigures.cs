using System.Globalization;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Storage.Yaml;

namespace PlaceSufficiency.Storage.Cases.Checks;

/// <summary>The figures of how demand moves on are ones that rates and residents can have.</summary>
internal static class DemandFigures
{
    /// <summary>Largest noise or drift that is read: a rate that doubles or halves within a year in one path of three.</summary>
    private const decimal Largest = 0.7m;

    /// <summary>What is wrong.</summary>
    public static IEnumerable<Finding> Check(YamlFile file, DemandSettings? settings) =>
    [
        .. Uncertainty(file, settings?.Uncertainty),
        .. Shares(file, "population", -0.5m, 0.5m, ("births-growth", settings?.Population?.BirthsGrowth), ("net-migration", settings?.Population?.NetMigration)),
        .. Shares(file, "trend", -Largest, Largest, ("joiners", settings?.Trend?.Joiners), ("leavers", settings?.Trend?.Leavers)),
        .. Shares(file, "trend", 0, 1, ("damping", settings?.Trend?.Damping)),
    ];

    private static IEnumerable<Finding> Shares(YamlFile file, string part, decimal least, decimal most, params (string Key, decimal? Figure)[] figures) =>
        from each in figures
        where each.Figure < least || each.Figure > most
        select At(file, "out-of-range", string.Create(CultureInfo.InvariantCulture, $"A figure from {least} to {most} is wanted."), each.Figure!.Value, part, each.Key, null);

    private static IEnumerable<Finding> Uncertainty(YamlFile file, UncertaintySettings? settings)
    {
        (string Key, decimal? Figure)[] deviations =
        [
            ("total-drift", settings?.TotalDrift), ("joiner-noise", settings?.JoinerNoise), ("joiner-drift", settings?.JoinerDrift),
            ("need-drift", settings?.NeedDrift), ("leaver-noise", settings?.LeaverNoise), ("leaver-drift", settings?.LeaverDrift),
            ("level-drift", settings?.LevelDrift),
        ];
        foreach ((string key, decimal? figure) in deviations.Where(deviation => deviation.Figure is < 0 or > Largest))
        {
            string? maybe = figure is > 1 and <= 70 ? $"'{figure.Value.ToString(CultureInfo.InvariantCulture)}%' was meant." : null;
            yield return At(file, "out-of-range", $"A standard deviation from 0 to {Largest} is wanted.", figure!.Value, "uncertainty", key, maybe);
        }

        if (settings?.YearsObserved is { } years and (< 0 or > 30))
        {
            yield return At(file, "out-of-range", "0 to 30 years are wanted.", years, "uncertainty", "years-observed", null);
        }
    }

    private static Finding At(YamlFile file, string code, string message, decimal figure, string part, string key, string? maybe)
    {
        string[] keys = ["demand", part, key];
        return Finding.Error(code, message, file.Path, file.LineOf(keys), string.Join('.', keys), figure.ToString(CultureInfo.InvariantCulture), maybe);
    }
}
