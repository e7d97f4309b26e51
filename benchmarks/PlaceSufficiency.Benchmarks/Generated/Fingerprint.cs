using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;

namespace PlaceSufficiency.Benchmarks.Generated;

/// <summary>A short text that is the same for the same case or plan, and hardly ever for another.</summary>
public static class Fingerprint
{
    /// <summary>Of everything that is drawn in a case.</summary>
    public static string Of(PlanningCase planningCase, DemandPath demand)
    {
        using Lines lines = new();
        foreach (PlanningArea area in planningCase.Areas)
        {
            lines.Add($"{area.Id} {area.Centroid}");
        }

        foreach ((Provider provider, Provision provision) in planningCase.Providers.Zip(planningCase.Provisions))
        {
            lines.Add($"{provision.Id} {provider.Location} {provision.Kind} {provision.Designation} {provision.OverNumberCeiling} {planningCase.Places[provision.Id, planningCase.Horizon.BaseYear]}");
        }

        foreach (CapitalScheme scheme in planningCase.Schemes)
        {
            lines.Add($"{scheme.Id} {scheme.Provision} {scheme.FinalPlaces} {scheme.TotalCapital}");
        }

        foreach (var price in planningCase.Prices.Prices.Select(price => $"{price.Key} {price.Value}").Order(StringComparer.Ordinal))
        {
            lines.Add($"{price}");
        }

        foreach (Stay stay in demand.Stays)
        {
            lines.Add($"{stay.Area} {stay.Need} {stay.Sex} {stay.FirstYear} {stay.LastYear} {stay.YearGroupAtFirst} {string.Join(',', stay.Levels)} {stay.Current} {stay.Pupils}");
        }

        return lines.Fingerprint();
    }

    /// <summary>Of every path and every tier of a plan, prices included.</summary>
    public static string Of(PlacementPlan plan)
    {
        using Lines lines = new();
        foreach (PupilPath path in plan.Paths)
        {
            lines.Add($"{path.Stay} {path.Pupils} {string.Join(',', path.Provisions)}");
        }

        foreach ((SchemeId scheme, Domain.Time.AcademicYear opens) in plan.Openings)
        {
            lines.Add($"{scheme} {opens}");
        }

        foreach (TierResult tier in plan.Tiers)
        {
            lines.Add($"{tier.Tier} {tier.Value} {tier.Bound:R}");
            foreach (var price in tier.Prices.Places.OrderBy(price => price.Key))
            {
                lines.Add($"{price.Key} {price.Value:R}");
            }
        }

        return lines.Fingerprint();
    }

    private sealed class Lines : IDisposable
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        internal void Add(FormattableString line) => _hash.AppendData(Encoding.UTF8.GetBytes(line.ToString(CultureInfo.InvariantCulture) + "\n"));

        internal string Fingerprint() => Convert.ToHexStringLower(_hash.GetHashAndReset())[..16];

        public void Dispose() => _hash.Dispose();
    }
}
