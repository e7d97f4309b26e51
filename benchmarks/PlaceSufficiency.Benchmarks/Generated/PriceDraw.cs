using System.Collections.Immutable;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Benchmarks.Generated;

/// <summary>Draws prices: by kind of provision, and for every special and independent school its own. Amounts are assumptions of a usual size.</summary>
internal static class PriceDraw
{
    /// <summary>The same prices in every year.</summary>
    internal static PriceList Of(Random random, IReadOnlyList<Provision> provisions, Horizon horizon)
    {
        ImmutableDictionary<(PriceItem, PriceScope, FinancialYear), Pounds>.Builder prices = ImmutableDictionary.CreateBuilder<(PriceItem, PriceScope, FinancialYear), Pounds>();
        void State(PriceItem item, PriceScope scope, decimal pounds)
        {
            foreach (FinancialYear year in horizon.FinancialYears)
            {
                prices.Add((item, scope, year), new Pounds(pounds));
            }
        }

        State(PriceItem.TopUp, PriceScope.Of(ProvisionKind.Mainstream), 6_200);
        State(PriceItem.TopUp, PriceScope.Of(ProvisionKind.MainstreamPlus), 7_500);
        State(PriceItem.TopUp, PriceScope.Of(ProvisionKind.ResourcedProvision), 8_900);
        State(PriceItem.TopUp, PriceScope.Of(ProvisionKind.SenUnit), 9_400);
        State(PriceItem.TopUp, PriceScope.Of(ProvisionKind.SpecialSchool), 15_000);
        State(PriceItem.TopUp, PriceScope.Of(ProvisionKind.FurtherEducation), 6_000);
        State(PriceItem.Fee, PriceScope.Of(ProvisionKind.SpecialistPost16), 33_000);
        State(PriceItem.Fee, PriceScope.Of(ProvisionKind.Inmss), 62_000);
        State(PriceItem.PlaceFunding, PriceScope.Of(ProvisionKind.SpecialSchool), 10_000);
        State(PriceItem.PlaceFunding, PriceScope.Of(ProvisionKind.ResourcedProvision), 6_000);
        State(PriceItem.TransportPerKm, PriceScope.All, 450);
        State(PriceItem.OverNumber, PriceScope.All, 5_000);
        State(PriceItem.AboveLevel, PriceScope.All, 2_000);
        State(PriceItem.TravelAboveThreshold, PriceScope.All, 40);
        foreach (Provision provision in provisions)
        {
            if (provision.Kind == ProvisionKind.SpecialSchool)
            {
                State(PriceItem.TopUp, PriceScope.Of(provision.Id), 11_000 + (250 * random.Next(40)));
            }
            else if (provision.Kind == ProvisionKind.Inmss)
            {
                State(PriceItem.Fee, PriceScope.Of(provision.Id), 42_000 + (500 * random.Next(80)));
            }
        }

        return new PriceList(prices.ToImmutable());
    }
}
