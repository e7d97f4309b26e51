using System.Globalization;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Storage.Scalars;
using PlaceSufficiency.Storage.Yaml;

namespace PlaceSufficiency.Storage.Cases.Checks;

/// <summary>The figures of limits are ones that a plan can be held to.</summary>
internal static class LimitFigures
{
    /// <summary>What is wrong.</summary>
    public static IEnumerable<Finding> Check(YamlFile file, LimitSettings? limits) => limits is null ? [] :
    [
        .. limits.InmssPupils.OrEmpty().Where(limit => limit.Value < 0).Select(limit => At(file, "negative-number", "0 or more pupils are wanted.", Written(limit.Value), "limits", "inmss-pupils", $"{limit.Key}")),
        .. limits.InmssSpend.OrEmpty().Where(limit => limit.Value < Pounds.Zero).Select(limit => At(file, "negative-number", "0 or more pounds are wanted.", $"{limit.Value}", "limits", "inmss-spend", $"{limit.Key}")),
        .. limits.HighNeeds.OrEmpty().Where(limit => limit.Value < Pounds.Zero).Select(limit => At(file, "negative-number", "0 or more pounds are wanted.", $"{limit.Value}", "limits", "high-needs", $"{limit.Key}")),
        .. limits.ClassGroups.OrEmpty().Where(limit => limit.Value < 1).Select(limit => At(file, "out-of-range", "A class group has at least one pupil.", Written(limit.Value), "limits", "class-groups", $"{limit.Key}")),
        .. Evenness(file, limits.Evenness),
        .. limits.Treatments.OrEmpty().SelectMany(treatment => Treatment(file, treatment.Key, treatment.Value)),
    ];

    private static IEnumerable<Finding> Evenness(YamlFile file, EvennessSettings? evenness)
    {
        if (evenness is not null && (evenness.TimesMean is null == evenness.Most is null || evenness.TimesMean <= 0 || evenness.Most < 0))
        {
            yield return At(file, "evenness", "Either times-mean, above 0, or most, 0 or more, is wanted.", null, "limits", "evenness");
        }
    }

    private static IEnumerable<Finding> Treatment(YamlFile file, LimitKind kind, TreatmentSettings treatment)
    {
        string name = FieldScalars.Limit.Write(kind);
        if (kind is LimitKind.YearGroupPlaces or LimitKind.ReviewedMoves)
        {
            yield return At(file, "limit-always-hard", "Places of year groups and shares of reviews always hold.", name, "limits", "treatments", name);
        }

        if ((treatment.Mode == LimitMode.Priced) != (treatment.Price is not null) || treatment.Price < Pounds.Zero)
        {
            yield return At(file, "limit-price", "A priced limit states a price of 0 or more pounds, and no other does.", $"{treatment.Price}", "limits", "treatments", name);
        }

        if (new LimitKey(kind).IsMoney && treatment.Price is { } price && price.Pence % 100 != 0)
        {
            yield return At(file, "limit-price", "What a pound above a limit costs is a whole number of pounds.", $"{price}", "limits", "treatments", name);
        }
    }

    private static IEnumerable<KeyValuePair<TKey, TValue>> OrEmpty<TKey, TValue>(this IEnumerable<KeyValuePair<TKey, TValue>>? entries) => entries ?? [];

    private static Finding At(YamlFile file, string code, string message, string? value, params string[] keys) =>
        Finding.Error(code, message, file.Path, file.LineOf(keys), string.Join('.', keys), value);

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);
}
