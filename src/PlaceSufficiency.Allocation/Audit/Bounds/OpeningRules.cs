using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Bounds;

/// <summary>A rule on openings that a choice breaks.</summary>
/// <param name="Code">Code of the finding.</param>
/// <param name="Key">The scheme, group or financial year.</param>
/// <param name="Message">What is wrong.</param>
internal readonly record struct BrokenOpening(string Code, string Key, string Message);

/// <summary>
/// The rules on openings: windows, prerequisites, exclusions, groups and capital budgets. A budget that committed schemes alone exceed gives by as much.
/// </summary>
internal sealed class OpeningRules
{
    private readonly PlanningCase _case;
    private readonly CapitalScheme[] _considered;

    /// <summary>The rules of a case, with its candidates undecided.</summary>
    internal OpeningRules(PlanningCase planningCase)
    {
        _case = planningCase;
        _considered = [.. planningCase.Schemes.Where(scheme => scheme.Status != SchemeStatus.NotConsidered)];
    }

    /// <summary>
    /// What the openings break, whatever the undecided candidates will do: every rule when none is undecided.
    /// </summary>
    /// <param name="openings">Candidates that open, and when.</param>
    /// <param name="undecided">Candidates not decided yet.</param>
    internal IEnumerable<BrokenOpening> BrokenBy(IReadOnlyDictionary<SchemeId, AcademicYear> openings, IReadOnlySet<SchemeId> undecided)
    {
        Dictionary<SchemeId, AcademicYear> open = new(openings);
        foreach (CapitalScheme scheme in _considered.Where(scheme => scheme.Status == SchemeStatus.Committed))
        {
            open[scheme.Id] = scheme.Opens!.Value;
        }

        CapitalScheme[] opening = [.. _considered.Where(scheme => open.ContainsKey(scheme.Id))];
        return opening.SelectMany(scheme => Broken(scheme, open, undecided)).Concat(Groups(opening, undecided)).Concat(Budgets(opening, open));
    }

    private IEnumerable<BrokenOpening> Broken(CapitalScheme scheme, Dictionary<SchemeId, AcademicYear> open, IReadOnlySet<SchemeId> undecided)
    {
        AcademicYear opens = open[scheme.Id];
        if (scheme.Candidate is { } window && (opens < window.Earliest || opens > window.Latest || !_case.Horizon.IsPlanned(opens)))
        {
            yield return new("opens-outside-window", scheme.Id.Value, $"It opens in {opens}; it may open from {window.Earliest} to {window.Latest}.");
        }

        foreach (Prerequisite before in scheme.Requires)
        {
            if (open.TryGetValue(before.Scheme, out AcademicYear first) ? opens.YearsSince(first) < before.YearsLater : !undecided.Contains(before.Scheme))
            {
                yield return new("prerequisite-missing", scheme.Id.Value, $"It opens in {opens}; {before.Scheme} must have opened {before.YearsLater} or more years before.");
            }
        }

        foreach (SchemeId other in scheme.Excludes.Where(open.ContainsKey))
        {
            yield return new("exclusion-broken", scheme.Id.Value, $"It opens although {other} does; only one of them may.");
        }
    }

    private IEnumerable<BrokenOpening> Groups(CapitalScheme[] opening, IReadOnlySet<SchemeId> undecided)
    {
        foreach (SchemeGroup group in _case.SchemeGroups)
        {
            int schemes = opening.Count(scheme => scheme.Groups.Contains(group.Name));
            int more = _considered.Count(scheme => undecided.Contains(scheme.Id) && scheme.Groups.Contains(group.Name));
            if (schemes > group.AtMost || schemes + more < group.AtLeast)
            {
                yield return new("group-broken", group.Name, $"{schemes} schemes of the group open; {group.AtLeast} to {group.AtMost?.ToString() ?? "any number"} may.");
            }
        }
    }

    private IEnumerable<BrokenOpening> Budgets(CapitalScheme[] opening, Dictionary<SchemeId, AcademicYear> open)
    {
        foreach ((FinancialYear year, Pounds limit) in _case.Limits.Capital)
        {
            Pounds spent = Sum(opening, scheme => scheme.CapitalIn(year, open[scheme.Id]));
            if (spent > Raised(limit, scheme => scheme.CapitalIn(year)))
            {
                yield return new("capital-budget-exceeded", year.ToString(), $"{spent} of capital is spent; at most {limit} may be.");
            }
        }

        if (_case.Limits.CapitalTotal is { } total && Sum(opening, scheme => scheme.TotalCapital) is var all && all > Raised(total, scheme => scheme.TotalCapital))
        {
            yield return new("capital-budget-exceeded", "total", $"{all} of capital is spent in all; at most {total} may be.");
        }
    }

    private Pounds Raised(Pounds limit, Func<CapitalScheme, Pounds> capital)
    {
        Pounds committed = Sum(_considered.Where(scheme => scheme.Status == SchemeStatus.Committed), capital);
        return committed > limit ? committed : limit;
    }

    private static Pounds Sum(IEnumerable<CapitalScheme> schemes, Func<CapitalScheme, Pounds> capital) =>
        schemes.Aggregate(Pounds.Zero, (sum, scheme) => sum + capital(scheme));
}
