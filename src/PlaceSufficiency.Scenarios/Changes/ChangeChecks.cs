using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>Checks that several types of change share. Each yields what is wrong, with the parameter as key.</summary>
internal static class ChangeChecks
{
    /// <summary>The provision exists.</summary>
    internal static IEnumerable<Finding> KnownProvision(PlanningCase planningCase, ProvisionId provision, string key = "provision")
    {
        if (!planningCase.HasProvision(provision))
        {
            yield return Finding.Error(
                "unknown-provision", "No provision of the case has this id.", key: key, value: provision.Value,
                maybe: NearMiss.Sentence(provision.Value, planningCase.Provisions.Select(known => known.Id.Value)));
        }
    }

    /// <summary>The scheme exists.</summary>
    internal static IEnumerable<Finding> KnownScheme(PlanningCase planningCase, SchemeId scheme)
    {
        if (planningCase.Schemes.All(known => known.Id != scheme))
        {
            yield return Finding.Error(
                "unknown-scheme", "No scheme of the case has this id.", key: "scheme", value: scheme.Value,
                maybe: NearMiss.Sentence(scheme.Value, planningCase.Schemes.Select(known => known.Id.Value)));
        }
    }

    /// <summary>Some provision of the case is of the kind.</summary>
    internal static IEnumerable<Finding> KindInUse(PlanningCase planningCase, ProvisionKind kind, string key)
    {
        ProvisionKind[] used = [.. planningCase.Provisions.Select(provision => provision.Kind).Distinct().Order()];
        if (!used.Contains(kind))
        {
            yield return Finding.Error(
                "kind-not-in-use", "No provision of the case is of this kind, so the change would do nothing.", key: key, value: Spelling.Of(kind),
                maybe: $"one of these was meant: {string.Join(", ", used.Select(Spelling.Of))}.");
        }
    }

    /// <summary>The year is one that the plan decides.</summary>
    internal static IEnumerable<Finding> PlannedYear(PlanningCase planningCase, AcademicYear year, string key, string code = "year-outside-horizon")
    {
        Horizon horizon = planningCase.Horizon;
        if (!horizon.IsPlanned(year))
        {
            yield return Finding.Error(
                code, $"The year must be one that is planned, {horizon.PlannedYears[0]} to {horizon.LastYear}.", key: key, value: year.ToString());
        }
    }

    /// <summary>Both years are planned, and until is not before from.</summary>
    internal static IEnumerable<Finding> PlannedSpan(PlanningCase planningCase, AcademicYear from, AcademicYear? until)
    {
        IEnumerable<Finding> start = PlannedYear(planningCase, from, "from");
        return until is { } end
            ? start.Concat(PlannedYear(planningCase, end, "until")).Concat(InOrder(from, end, end < from))
            : start;
    }

    /// <summary>The end is not before the start.</summary>
    internal static IEnumerable<Finding> InOrder<T>(T from, T until, bool reversed)
    {
        if (reversed)
        {
            yield return Finding.Error("until-before-from", $"The change would end before it starts in {from}.", key: "until", value: $"{until}");
        }
    }

    /// <summary>The number is at least 0.</summary>
    internal static IEnumerable<Finding> NotNegative(decimal? number, string key)
    {
        if (number < 0)
        {
            yield return Finding.Error("negative-number", "The number must be at least 0.", key: key, value: $"{number}");
        }
    }

    /// <summary>The number is a share.</summary>
    internal static IEnumerable<Finding> IsShare(decimal share, string key)
    {
        if (share is < 0 or > 1)
        {
            yield return Finding.Error("share-out-of-range", "A share is from 0 to 1.", key: key, value: $"{share}", maybe: share is > 1 and <= 100 ? $"'{share}%' was meant." : null);
        }
    }

    /// <summary>Exactly one of two parameters is given.</summary>
    internal static IEnumerable<Finding> ExactlyOne(bool first, string firstKey, bool second, string secondKey)
    {
        if (first == second)
        {
            yield return Finding.Error(
                "either-or", $"Give either {firstKey} or {secondKey}{(first ? ", not both" : string.Empty)}.", key: $"{firstKey}, {secondKey}");
        }
    }

    /// <summary>A list or set names something.</summary>
    internal static IEnumerable<Finding> NotEmpty(bool? isEmpty, string key)
    {
        if (isEmpty == true)
        {
            yield return Finding.Error("empty-list", "The list names nothing, so the change would do nothing.", key: key, maybe: "leave it out to mean all.");
        }
    }
}
