using System.Globalization;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Scalars;
using PlaceSufficiency.Storage.Yaml;

namespace PlaceSufficiency.Storage.Cases.Checks;

/// <summary>The settings of a base file make sense on their own.</summary>
internal static class Settings
{
    /// <summary>The horizon of the settings; null when it is none.</summary>
    public static Horizon? HorizonOf(CaseSettings settings) =>
        settings.Horizon.Last.YearsSince(settings.Horizon.Base) is >= 1 and <= 30 ? new Horizon(settings.Horizon.Base, settings.Horizon.Last) : null;

    /// <summary>What is wrong.</summary>
    /// <param name="file">The base file.</param>
    /// <param name="settings">What it says.</param>
    /// <param name="hasCosts">Whether costs per pupil are stated, so that journeys need not be.</param>
    public static IEnumerable<Finding> Check(YamlFile file, CaseSettings settings, bool hasCosts) =>
    [
        .. HorizonOf(settings) is null
            ? [At(file, "horizon-out-of-range", $"The last year must be 1 to 30 years after the base year {settings.Horizon.Base}.", $"{settings.Horizon.Last}", "horizon", "last")]
            : Enumerable.Empty<Finding>(),
        .. settings.Travel is { } travel ? Travel(file, travel)
            : hasCosts ? [] : [At(file, "missing-key", "The key is missing. How journeys are estimated and what is too long.", null, "travel")],
        .. Objective(file, settings),
        .. Weights(file, settings),
        .. Tolerances(file, settings),
        .. NeedGroups(file, settings),
        .. LimitFigures.Check(file, settings.Limits),
        .. Groups(file, settings),
        .. Capital(file, settings),
        .. DemandFigures.Check(file, settings.Demand),
    ];

    private static IEnumerable<Finding> Travel(YamlFile file, TravelSettings travel) =>
        [.. Estimate(file, travel), .. Minutes(file, "ceiling-minutes", travel.CeilingMinutes), .. Minutes(file, "threshold-minutes", travel.ThresholdMinutes)];

    private static IEnumerable<Finding> Estimate(YamlFile file, TravelSettings travel)
    {
        if (travel.Circuity < 1)
        {
            yield return At(file, "out-of-range", "Roads are at least as long as the straight line: 1 or more is wanted.", Written(travel.Circuity), "travel", "circuity");
        }

        if (travel.SpeedKmPerHour <= 0)
        {
            yield return At(file, "out-of-range", "A speed above 0 is wanted.", Written(travel.SpeedKmPerHour), "travel", "speed-km-per-hour");
        }

        if (travel.FixedMinutes < 0)
        {
            yield return At(file, "negative-number", "0 or more minutes are wanted.", Written(travel.FixedMinutes), "travel", "fixed-minutes");
        }
    }

    private static IEnumerable<Finding> Minutes(YamlFile file, string key, IReadOnlyDictionary<Phase, int> minutes)
    {
        Phase[] missing = [.. Enum.GetValues<Phase>().Except(minutes.Keys)];
        if (missing.Length > 0)
        {
            yield return At(file, "missing-phase", $"Every phase needs a figure; missing are {string.Join(", ", missing.Select(FieldScalars.Phase.Write))}.", null, "travel", key);
        }

        foreach ((Phase phase, int figure) in minutes.Where(pair => pair.Value < 0))
        {
            yield return At(file, "negative-number", "0 or more minutes are wanted.", Written(figure), "travel", key, FieldScalars.Phase.Write(phase));
        }
    }

    private static IEnumerable<Finding> Objective(YamlFile file, CaseSettings settings)
    {
        if (settings.Objective is not { } tiers)
        {
            yield break;
        }

        if (tiers is not [ObjectiveTier.Unplaced, ..])
        {
            yield return At(file, "unplaced-first", "The first tier must be unplaced: no price may buy an unplaced pupil.", null, "objective");
        }

        foreach (ObjectiveTier tier in tiers.Where(tier => tier is ObjectiveTier.LimitPupils or ObjectiveTier.LimitSpend))
        {
            yield return At(file, "tier-of-limits", "What hard limits give by is minimised first by itself; the objective does not name it.", FieldScalars.Tier.Write(tier), "objective");
        }

        foreach (ObjectiveTier tier in tiers.CountBy(tier => tier).Where(count => count.Value > 1).Select(count => count.Key))
        {
            yield return At(file, "duplicate-tier", "The tier stands twice.", FieldScalars.Tier.Write(tier), "objective");
        }
    }

    private static IEnumerable<Finding> Weights(YamlFile file, CaseSettings settings) =>
        from weight in settings.UnplacedWeights.OrEmpty()
        where weight.Value is < 1 or > 1000
        select At(file, "out-of-range", "A weight is from 1 to 1000.", Written(weight.Value), "unplaced-weights", FieldScalars.Level.Write(weight.Key));

    private static IEnumerable<Finding> Tolerances(YamlFile file, CaseSettings settings)
    {
        foreach ((ObjectiveTier tier, ToleranceSettings tolerance) in settings.Tolerances.OrEmpty())
        {
            string name = FieldScalars.Tier.Write(tier);
            if (tolerance.Share is < 0 or > 1 || tolerance.Units < 0)
            {
                yield return At(file, "out-of-range", "A share from 0 to 100% and 0 or more units are wanted.", $"{Written(tolerance.Share)}, {Written(tolerance.Units)}", "tolerances", name);
            }

            if (settings.Objective is { } tiers && !tiers.Contains(tier))
            {
                yield return At(file, "tier-not-minimised", "The objective does not name this tier, so there is nothing to hold.", name, "tolerances", name);
            }
        }
    }

    private static IEnumerable<Finding> NeedGroups(YamlFile file, CaseSettings settings)
    {
        if (settings.NeedGroups is not { } groups)
        {
            yield break;
        }

        foreach (PrimaryNeed need in Enum.GetValues<PrimaryNeed>())
        {
            string[] holding = [.. groups.Where(group => group.Value.Contains(need)).Select(group => group.Key)];
            if (holding.Length != 1)
            {
                string message = holding.Length == 0 ? "Every need belongs to a group; this one is in none." : $"A need belongs to one group; this one is in {string.Join(" and ", holding)}.";
                yield return At(file, "need-groups", message, FieldScalars.Need.Write(need), "need-groups");
            }
        }
    }

    private static IEnumerable<Finding> Groups(YamlFile file, CaseSettings settings)
    {
        foreach ((string name, SchemeGroupSettings group) in settings.SchemeGroups.OrEmpty())
        {
            if (group is { Exactly: null, AtLeast: null, AtMost: null } or { Exactly: not null, AtLeast: not null } or { Exactly: not null, AtMost: not null })
            {
                yield return At(file, "group-size", "A group states at-most, at-least or both, or exactly.", null, "scheme-groups", name);
            }
            else if (group.AtLeast > group.AtMost || group.AtMost < 0 || group.AtLeast < 0 || group.Exactly < 0)
            {
                yield return At(file, "group-size", "0 or more schemes are wanted, and at-least is not above at-most.", null, "scheme-groups", name);
            }
        }
    }

    private static IEnumerable<Finding> Capital(YamlFile file, CaseSettings settings)
    {
        if (settings.Capital is { Rate: < 0 or > 1 } rate)
        {
            yield return At(file, "out-of-range", "A rate from 0 to 100% is wanted.", Written(rate.Rate), "capital", "rate");
        }

        if (settings.Capital is { LifeYears: < 1 or > 200 } life)
        {
            yield return At(file, "out-of-range", "A life of 1 to 200 years is wanted.", Written(life.LifeYears), "capital", "life-years");
        }
    }

    private static IEnumerable<KeyValuePair<TKey, TValue>> OrEmpty<TKey, TValue>(this IEnumerable<KeyValuePair<TKey, TValue>>? entries) => entries ?? [];

    private static Finding At(YamlFile file, string code, string message, string? value, params string[] keys) =>
        Finding.Error(code, message, file.Path, file.LineOf(keys), string.Join('.', keys), value);

    private static string Written(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
