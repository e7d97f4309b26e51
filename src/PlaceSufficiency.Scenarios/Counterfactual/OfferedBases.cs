using System.Collections.Immutable;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Scenarios.Counterfactual;

/// <summary>A specialist base offered in place of special places.</summary>
/// <param name="Provision">The base.</param>
/// <param name="Host">Name of the mainstream school it is in.</param>
/// <param name="InsteadOf">The scheme whose places it takes over.</param>
/// <param name="Places">Places once it is full.</param>
public sealed record BaseOffer(Provision Provision, string Host, CapitalScheme InsteadOf, int Places);

/// <summary>
/// The counterfactual that a council needs when it wants special places: the same need, and every special place that a scheme of the case would
/// add offered as a place in a specialist base of a mainstream school instead. As many places in every year, for the same needs, year groups and
/// sexes, at the levels that the case's own bases serve.
/// </summary>
/// <param name="Case">The case with the bases.</param>
/// <param name="Bases">The bases, by scheme.</param>
/// <param name="CapitalEach">Capital of a place in a base: that of the case's own base schemes on average; nothing where it has none.</param>
public sealed record OfferedBases(PlanningCase Case, IReadOnlyList<BaseOffer> Bases, Pounds? CapitalEach)
{
    /// <summary>Usual places of a base: larger ones stop being a part of their school.</summary>
    public const int UsualSize = 20;

    private static readonly ProvisionKind[] _bases = [ProvisionKind.ResourcedProvision, ProvisionKind.SenUnit];

    /// <summary>Kinds of provision that tell that a school is a mainstream one.</summary>
    private static readonly ProvisionKind[] _mainstream = [ProvisionKind.Mainstream, ProvisionKind.MainstreamPlus, .. _bases];

    /// <summary>Special schools' schemes that open.</summary>
    public static IReadOnlyList<CapitalScheme> SchemesOf(PlanningCase planningCase) =>
        [.. planningCase.Schemes.Where(scheme => scheme.Opens is not null && planningCase.Provision(scheme.Provision).Kind == ProvisionKind.SpecialSchool).OrderBy(scheme => scheme.Id)];

    /// <summary>Makes the counterfactual of a case.</summary>
    /// <param name="planningCase">The case that wants special places.</param>
    /// <param name="size">Most places of one base, at least 1.</param>
    /// <exception cref="FindingsException">No scheme of the case adds special places, or no mainstream school could host a base for any of them.</exception>
    public static OfferedBases Of(PlanningCase planningCase, int size = UsualSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        IReadOnlyList<CapitalScheme> schemes = SchemesOf(planningCase);
        if (schemes.Count == 0)
        {
            throw new FindingsException([Finding.Error(
                "no-special-places", "No scheme that opens in the scenario adds places to a special school, so there is nothing to offer as bases instead.",
                value: planningCase.Name, maybe: "another scenario was meant.")]);
        }

        LevelSet levels = LevelsOf(planningCase);
        List<BaseOffer> bases = [];
        List<Finding> findings = [];
        foreach (CapitalScheme scheme in schemes)
        {
            Provider[] hosts = [.. HostsFor(planningCase, scheme).Where(host => bases.All(taken => taken.Provision.Provider != host.Id || !Overlap(taken, scheme, planningCase)))];
            if (hosts.Length == 0)
            {
                findings.Add(Finding.Error("no-host", "No mainstream school of the case could host a base for these year groups.", key: "scheme", value: scheme.Id.Value));
                continue;
            }

            bases.AddRange(Split(planningCase, scheme, hosts, levels, size));
        }

        // Places that no mainstream school could host, for the year groups after Year 11 for example, are special places in both runs.
        return bases.Count == 0 ? throw new FindingsException(findings) : Offered(planningCase, [.. bases.Select(offered => offered.InsteadOf).Distinct()], bases);
    }

    private static OfferedBases Offered(PlanningCase planningCase, IReadOnlyList<CapitalScheme> schemes, List<BaseOffer> bases)
    {
        IEnumerable<(ProvisionId, AcademicYear, int)> places = bases.GroupBy(offered => offered.InsteadOf.Id).SelectMany(scheme => PlacesOf(planningCase, [.. scheme]));
        return new OfferedBases(
            planningCase with
            {
                Name = $"{planningCase.Name}: specialist bases instead",
                Question = "If the same need were offered specialist bases instead of special places, what would remain that they cannot meet?",
                Schemes = [.. planningCase.Schemes.Select(scheme => schemes.Contains(scheme) ? scheme with { Opens = null } : scheme)],
                Provisions = [.. planningCase.Provisions.Concat(bases.Select(offered => offered.Provision)).OrderBy(provision => provision.Id)],
                Places = new PlacesByYear(planningCase.Places.Steps.Concat(places)),
            },
            bases,
            CapitalOf(planningCase));
    }

    /// <summary>The levels that most places of the case's bases serve; those of a resourced provision where the case has none.</summary>
    private static LevelSet LevelsOf(PlanningCase planningCase) => planningCase.Provisions.Where(provision => _bases.Contains(provision.Kind))
        .GroupBy(provision => provision.Designation.Levels)
        .OrderByDescending(group => group.Sum(provision => 1 + planningCase.Places[provision.Id, planningCase.Horizon.BaseYear])).ThenBy(group => group.Key.ToString(), StringComparer.Ordinal)
        .Select(group => group.Key).FirstOrDefault(LevelSet.Of(ProvisionLevel.MainstreamPlus, ProvisionLevel.Resourced));

    private static Pounds? CapitalOf(PlanningCase planningCase)
    {
        CapitalScheme[] schemes = [.. planningCase.Schemes.Where(scheme => _bases.Contains(planningCase.Provision(scheme.Provision).Kind) && scheme.FinalPlaces > 0 && scheme.TotalCapital.Value > 0)];
        return schemes.Length == 0 ? null : new Pounds(schemes.Sum(scheme => scheme.TotalCapital.Value) / schemes.Sum(scheme => scheme.FinalPlaces)).ToPence();
    }

    /// <summary>Mainstream schools of the year groups, the one that most of the pupils concerned live nearest to first.</summary>
    private static IEnumerable<Provider> HostsFor(PlanningCase planningCase, CapitalScheme scheme)
    {
        Provision special = planningCase.Provision(scheme.Provision);
        Provision[] schools =
        [
            .. planningCase.Provisions.Where(provision => _mainstream.Contains(provision.Kind) && provision.Closes is null && provision.Opens is null
                && Covered(provision, special) >= Math.Min(3, Covered(special, special))).DistinctBy(provision => provision.Provider),
        ];
        if (schools.Length == 0)
        {
            return [];
        }

        Dictionary<ProviderId, int> nearest = schools.ToDictionary(school => school.Provider, _ => 0);
        foreach (var area in planningCase.Stock.Where(cell => special.Designation.Needs.Contains(cell.Need)).GroupBy(cell => cell.Area))
        {
            Provision school = schools.MinBy(candidate => (planningCase.JourneyTo(candidate, area.Key).Time, candidate.Id.Value))!;
            nearest[school.Provider] += area.Sum(cell => cell.Pupils);
        }

        return schools.Select(school => planningCase.Provider(school.Provider)).OrderByDescending(host => nearest[host.Id]).ThenBy(host => host.Id);
    }

    private static int Covered(Provision school, Provision special) => YearGroup.All.Count(group => school.Designation.Covers(group) && special.Designation.Covers(group));

    private static bool Overlap(BaseOffer taken, CapitalScheme scheme, PlanningCase planningCase) => Covered(taken.Provision, planningCase.Provision(scheme.Provision)) > 0;

    /// <summary>As many bases as the places need, in turn from host to host where there are more bases than hosts.</summary>
    private static IEnumerable<BaseOffer> Split(PlanningCase planningCase, CapitalScheme scheme, Provider[] hosts, LevelSet levels, int size)
    {
        Provision special = planningCase.Provision(scheme.Provision);
        for (int left = hosts.Length == 0 ? 0 : scheme.FinalPlaces, number = 0; left > 0; number++)
        {
            Provider host = hosts[number % hosts.Length];
            Provision school = planningCase.Provisions.Where(provision => _mainstream.Contains(provision.Kind) && provision.Provider == host.Id).MaxBy(provision => Covered(provision, special))!;
            Designation designation = special.Designation with
            {
                From = Later(special.Designation.From, school.Designation.From),
                To = Earlier(special.Designation.To, school.Designation.To),
                Levels = levels,
            };
            ProvisionId id = new($"{scheme.Id}-as-base-{number + 1:00}");
            int places = Math.Min(size, left);
            left -= places;
            yield return new BaseOffer(
                new Provision(id, host.Id, $"{host.Name}, specialist base instead of {scheme.Name}", ProvisionKind.ResourcedProvision, designation, 0, scheme.Opens, null, null),
                host.Name, scheme, places);
        }
    }

    /// <summary>The scheme's places in each year, the first bases filled first.</summary>
    private static IEnumerable<(ProvisionId Provision, AcademicYear From, int Places)> PlacesOf(PlanningCase planningCase, IReadOnlyList<BaseOffer> bases)
    {
        foreach (AcademicYear year in planningCase.Horizon.PlannedYears.Where(year => year >= bases[0].InsteadOf.Opens))
        {
            int left = bases[0].InsteadOf.PlacesIn(year);
            foreach (BaseOffer offered in bases)
            {
                int places = Math.Min(left, offered.Places);
                left -= places;
                yield return (offered.Provision.Id, year, places);
            }
        }
    }

    private static YearGroup Later(YearGroup first, YearGroup second) => first > second ? first : second;

    private static YearGroup Earlier(YearGroup first, YearGroup second) => first < second ? first : second;
}
