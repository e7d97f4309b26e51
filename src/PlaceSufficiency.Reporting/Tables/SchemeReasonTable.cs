using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>Capital schemes, those that open and those that do not, with what their places do in the plan.</summary>
public static class SchemeReasonTable
{
    /// <summary>The table: schemes that open first, in the order of opening; then candidates that this scenario leaves out.</summary>
    public static ReportTable Of(PlanningCase planningCase, PlanAuditReport audit)
    {
        ProvisionNames names = new(planningCase);
        return new TableOf<CapitalScheme>(
                "scheme-reasons", "Which schemes open, when, and what their places do",
                "Full in: how many of the planned years with the scheme's places the setting is full. Worth: the most that yet another place there saves in one year, in pupil-years without a place.")
            .Words("scheme", "Scheme", scheme => scheme.Name)
            .Words("provision", "Setting", scheme => names.Of(scheme.Provision))
            .Words("opens", "Opens", scheme => scheme.Opens?.ToString() ?? "not in this scenario")
            .Places("final", "Adds", scheme => scheme.FinalPlaces)
            .With("capital", "Capital", Unit.Pounds, scheme => new MoneyCell(scheme.TotalCapital))
            .With("capital_each", "Capital a place", Unit.Pounds, scheme => scheme.FinalPlaces == 0 ? Cell.Nothing : new MoneyCell(new Pounds(scheme.TotalCapital.Value / scheme.FinalPlaces)))
            .Words("full", "Full in", scheme => FullIn(planningCase, audit.Figures, scheme))
            .With("worth", "Another place is worth", Unit.PupilYears, scheme => Worth(planningCase, audit, scheme))
            .Of(planningCase.Schemes.OrderBy(scheme => scheme.Opens is null).ThenBy(scheme => scheme.Opens).ThenBy(scheme => scheme.Id));
    }

    private static string FullIn(PlanningCase planningCase, PlanFigures figures, CapitalScheme scheme)
    {
        ProvisionYear[] open = [.. figures.Provisions.Where(use => use.Provision == scheme.Provision && use.Year >= scheme.Opens && planningCase.Horizon.IsPlanned(use.Year))];
        return open.Length == 0 ? string.Empty : $"{open.Count(use => use.Empty == 0)} of {open.Length} years";
    }

    private static Cell Worth(PlanningCase planningCase, PlanAuditReport audit, CapitalScheme scheme)
    {
        AcademicYear from = scheme.Opens ?? planningCase.Horizon.PlannedYears[0];
        return new NumberCell((decimal)PlaceValueTable.Most(planningCase, audit, scheme.Provision, from), 2);
    }
}
