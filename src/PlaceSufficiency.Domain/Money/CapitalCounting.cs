using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Money;

/// <summary>How capital is weighed against revenue.</summary>
public enum CapitalBasis
{
    /// <summary>Every pound spent, whenever it falls.</summary>
    Cash,

    /// <summary>An equal charge for each academic year that the scheme is open within the horizon.</summary>
    Annualised,
}

/// <summary>How the cost tier counts the capital of candidate schemes that a plan opens.</summary>
/// <param name="Basis">Cash, or annualised.</param>
/// <param name="Rate">Discount rate a year, as a share; HM Treasury's Green Book (2022, annex 6) states 3.5%.</param>
/// <param name="LifeYears">Years over which capital is spread, at least 1.</param>
public sealed record CapitalCounting(CapitalBasis Basis, decimal Rate, int LifeYears)
{
    /// <summary>Every pound as it is spent.</summary>
    public static CapitalCounting Cash { get; } = new(CapitalBasis.Cash, 0.035m, 60);

    /// <summary>What a scheme that opens in that September counts for up to the end of the horizon, in whole pence.</summary>
    public Pounds Of(CapitalScheme scheme, AcademicYear opens, Horizon horizon) => Basis == CapitalBasis.Cash
        ? scheme.TotalCapital.ToPence()
        : Annuity(scheme.TotalCapital).ToPence() * Math.Max(0, horizon.LastYear.YearsSince(opens) + 1);

    /// <summary>
    /// The equal yearly charge whose value, discounted at the rate over the life, is the capital: K r / (1 - (1 + r)^-n); K / n at a rate of 0.
    /// </summary>
    public Pounds Annuity(Pounds capital)
    {
        if (Rate == 0)
        {
            return new Pounds(capital.Value / LifeYears);
        }

        decimal growth = 1;
        for (int year = 0; year < LifeYears; year++)
        {
            growth *= 1 + Rate;
        }

        return new Pounds(capital.Value * Rate * growth / (growth - 1));
    }
}
