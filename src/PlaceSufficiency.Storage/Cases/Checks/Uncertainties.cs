using System.Globalization;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Storage.Yaml;

namespace PlaceSufficiency.Storage.Cases.Checks;

/// <summary>Noises and drifts are standard deviations that a rate can have.</summary>
internal static class Uncertainties
{
    /// <summary>Largest noise or drift that is read: a rate that doubles or halves within a year in one path of three.</summary>
    private const decimal Largest = 0.7m;

    /// <summary>What is wrong.</summary>
    public static IEnumerable<Finding> Check(YamlFile file, UncertaintySettings? settings)
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
            yield return At(file, "out-of-range", $"A standard deviation from 0 to {Largest} is wanted.", figure!.Value, key, maybe);
        }

        if (settings?.YearsObserved is { } years and (< 0 or > 30))
        {
            yield return At(file, "out-of-range", "0 to 30 years are wanted.", years, "years-observed", null);
        }
    }

    private static Finding At(YamlFile file, string code, string message, decimal figure, string key, string? maybe)
    {
        string[] keys = ["demand", "uncertainty", key];
        return Finding.Error(code, message, file.Path, file.LineOf(keys), string.Join('.', keys), figure.ToString(CultureInfo.InvariantCulture), maybe);
    }
}
