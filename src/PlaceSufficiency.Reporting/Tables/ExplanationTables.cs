using System.Globalization;
using PlaceSufficiency.Domain.Explanations;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Reporting.Words;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>Why a plan is as it is, as tables.</summary>
public static class ExplanationTables
{
    private const int MostNames = 3;

    /// <summary>Who is without a place and which rule binds.</summary>
    public static ReportTable OfShortfalls(PlanningCase planningCase, IEnumerable<Shortfall> shortfalls)
    {
        ProvisionNames names = new(planningCase);
        return new TableOf<Shortfall>(
                "shortfalls", "Who has no suitable place, and the rule that binds",
                "The rule is the one that binds for most of the pupils; the settings named were nearest to a solution.")
            .Words("year", "Year", row => row.Year.ToString())
            .Words("need", "Need", row => row.Need.ToString())
            .Words("level", "Level", row => FieldWords.Of(row.Level))
            .Words("year_group", "Year group", row => row.YearGroup.ToString())
            .Words("rule", "What binds", row => row.PupilsUnderRule == row.Pupils ? FieldWords.Of(row.Rule) : $"{FieldWords.Of(row.Rule)} ({row.PupilsUnderRule} of {row.Pupils})")
            .Words("settings", "Where", row => Named(row.Provisions, names))
            .Pupils("pupils", "Pupils", row => row.Pupils)
            .Of(shortfalls);
    }

    /// <summary>What would end shortfalls.</summary>
    public static ReportTable OfChanges(PlanningCase planningCase, IEnumerable<(Shortfall Shortfall, TriedChange Change)> tried)
    {
        ProvisionNames names = new(planningCase);
        return new TableOf<(Shortfall Shortfall, TriedChange Change)>(
                "shortfall-changes", "The smallest single change that ends each shortfall",
                "Each line was verified by solving again: ended means that nobody of the group is without a place, and others no more than before. Worth is what the prices said beforehand; saved is over all pupils and years.")
            .Words("year", "Year", row => row.Shortfall.Year.ToString())
            .Words("group", "Group", row => Group(row.Shortfall))
            .Words("change", "Change", row => ChangeWords(row.Change.Change, names, planningCase))
            .Words("outcome", "Outcome", row => row.Change.Ends ? "ended" : row.Change.Left > 0 ? $"{row.Change.Left} left" : "moved to others")
            .Pupils("pupils", "Pupils", row => row.Shortfall.Pupils)
            .With("saved", "Saved", Unit.PupilYears, row => new CountCell(row.Change.PupilYearsSaved))
            .With("worth", "Worth by prices", Unit.PupilYears, row => row.Change.Worth < 0.005 ? Cell.Nothing : new NumberCell((decimal)row.Change.Worth, 2))
            .With("solves", "Solves", Unit.AsStated, row => new CountCell(row.Change.Solves))
            .Of(tried);
    }

    /// <summary>Prices of places checked by re-solving.</summary>
    public static ReportTable OfPlaces(PlanningCase planningCase, IEnumerable<PlaceWorth> places)
    {
        ProvisionNames names = new(planningCase);
        return new TableOf<PlaceWorth>(
                "place-worth", "What one more place is worth: its price, and what solving again with it saves",
                "One more place in that one year. The price is the most that it can save; where the next best use is worth less, it saves less.")
            .Words("provision", "Setting", row => names.Of(row.Provision))
            .Words("year", "Year", row => row.Year.ToString())
            .Words("borne_out", "Borne out", row => row.IsBorneOut ? "yes" : "no")
            .With("price", "Price", Unit.PupilYears, row => new NumberCell((decimal)row.Worth, 2))
            .With("saved", "Saved", Unit.PupilYears, row => new CountCell(row.Saved))
            .Of(places);
    }

    /// <summary>What setbacks of schemes lose.</summary>
    public static ReportTable OfSetbacks(PlanningCase planningCase, IReadOnlyList<SchemeLoss> losses, decimal shrinkage)
    {
        Dictionary<SchemeId, string> names = planningCase.Schemes.ToDictionary(scheme => scheme.Id, scheme => scheme.Name);
        TableOf<SchemeLoss> table = new TableOf<SchemeLoss>(
                "scheme-setbacks", "What is lost when a scheme is dropped, delayed or shrunk",
                "Each line was solved again. A rise of a later tier is to be read with the earlier ones: fewer pupils placed cost less.")
            .Words("scheme", "Scheme", row => names[row.Scheme])
            .Words("setback", "Setback", row => row.Setback switch
            {
                SchemeSetback.Dropped => "dropped",
                SchemeSetback.Delayed => "a year later",
                _ => string.Create(CultureInfo.InvariantCulture, $"{shrinkage * 100:0.##}% smaller"),
            });
        foreach ((int i, ObjectiveTier tier) in planningCase.Tiers.Index())
        {
            bool money = tier.Unit() == TierUnit.Pence;
            table.With(
                $"more_{FieldWords.Of(tier).Replace(' ', '_').Replace('-', '_').ToLowerInvariant()}", $"More {FieldWords.Of(tier)}{(money ? " (£)" : string.Empty)}", Unit.AsStated,
                row => money ? new NumberCell(row.Lost[i].Amount / 100m, 0) : new CountCell(row.Lost[i].Amount));
        }

        return table.Money("capital_saved", "Capital saved", row => row.CapitalSaved).Of(losses);
    }

    /// <summary>Why here and not nearer.</summary>
    public static ReportTable OfNearer(PlanningCase planningCase, IEnumerable<NearerProvision> nearer)
    {
        ProvisionNames names = new(planningCase);
        return new TableOf<IGrouping<(ProvisionId At, ProvisionId Nearer, NotNearer Why), NearerProvision>>(
                "why-not-nearer", "Why here and not nearer",
                "Pupils asked for, by where they are, the nearer setting and what kept them from it. Price: pupil-years that a place there saves at most; dearer by: what a year there costs more than where they are, on average.")
            .Words("at", "Where they are", row => names.Of(row.Key.At))
            .Words("nearer", "Nearer", row => names.Of(row.Key.Nearer))
            .Words("why", "Why not", row => FieldWords.Of(row.Key.Why))
            .Pupils("pupils", "Pupils", row => row.Sum(one => one.Pupils))
            .With("minutes", "Journey", Unit.Minutes, row => new NumberCell((decimal)Mean(row, one => one.Minutes), 0))
            .With("nearer_minutes", "Nearer journey", Unit.Minutes, row => new NumberCell((decimal)Mean(row, one => one.NearerMinutes), 0))
            .With("price", "Price", Unit.PupilYears, row => row.Max(one => one.Worth) is >= 0.005 and var price ? new NumberCell((decimal)price, 2) : Cell.Nothing)
            .With("dearer_by", "Dearer by", Unit.Pounds, row => new NumberCell(row.Sum(one => one.DearerBy.Value * one.Pupils) / row.Sum(one => one.Pupils), 0))
            .Of(nearer.GroupBy(one => (one.At, one.Nearer, one.Why)).OrderByDescending(of => of.Sum(one => one.Pupils)).ThenBy(of => of.Key.At).ThenBy(of => of.Key.Nearer).ThenBy(of => of.Key.Why));
    }

    /// <summary>Other choices of schemes.</summary>
    public static ReportTable OfAlternatives(PlanningCase planningCase, SchemeAlternatives alternatives)
    {
        Dictionary<SchemeId, string> names = planningCase.Schemes.ToDictionary(scheme => scheme.Id, scheme => scheme.Name);
        return new TableOf<SchemeAlternative>(
                "scheme-alternatives", $"Other choices of schemes that are nearly as good on {FieldWords.Of(alternatives.Tier)}",
                alternatives.AreAll ? "Every choice that the rules allow was solved." : $"{alternatives.Solved} choices were solved, outward from the plan; there may be more.")
            .Words("opens", "Opens", row => row.Openings.Count == 0 ? "nothing" : string.Join(", ", row.Openings.Select(opens => $"{names[opens.Key]} {opens.Value}")))
            .With("differs", "Schemes that differ", Unit.AsStated, row => new CountCell(row.Differs))
            .With("above", "Above the plan", Unit.Percent, row => new NumberCell((decimal)(row.Above * 100), 3))
            .Of(alternatives.Found);
    }

    /// <summary>Which schemes open in every one of the choices, the plan's included, in some and in none.</summary>
    public static ReportTable OfSchemesInAlternatives(PlanningCase planningCase, PlacementPlan plan, SchemeAlternatives alternatives)
    {
        int all = alternatives.Found.Count + 1;
        return new TableOf<(CapitalScheme Scheme, int Opens)>("schemes-in-alternatives", "How often each scheme opens in the plan and these choices")
            .Words("scheme", "Scheme", row => row.Scheme.Name)
            .Words("in", "Opens in", row => row.Opens == all ? "all" : row.Opens == 0 ? "none" : "some")
            .With("choices", "Choices", Unit.AsStated, row => new CountCell(row.Opens))
            .Of(planningCase.Candidates.Select(scheme => (scheme, (plan.Openings.ContainsKey(scheme.Id) ? 1 : 0) + alternatives.Found.Count(one => one.Openings.ContainsKey(scheme.Id))))
                .OrderByDescending(row => row.Item2).ThenBy(row => row.scheme.Id));
    }

    private static double Mean(IEnumerable<NearerProvision> of, Func<NearerProvision, double> value) => of.Sum(one => value(one) * one.Pupils) / of.Sum(one => one.Pupils);

    private static string Group(Shortfall shortfall) => $"{shortfall.Need}, {FieldWords.Of(shortfall.Level)}, year group {shortfall.YearGroup}";

    private static string Named(IReadOnlyList<ProvisionId> provisions, ProvisionNames names) => provisions.Count == 0
        ? "nowhere"
        : string.Join(", ", provisions.Take(MostNames).Select(names.Of)) + (provisions.Count > MostNames ? $" and {provisions.Count - MostNames} more" : string.Empty);

    private static string ChangeWords(SingleChange change, ProvisionNames names, PlanningCase planningCase) => change switch
    {
        PlacesAdded added => $"{added.Places} more {(added.Places == 1 ? "place" : "places")} at {names.Of(added.Provision)} from {added.From}",
        DesignationWidened widened => $"{names.Of(widened.Provision)} admits {widened.Need}, {FieldWords.Of(widened.Level)}, year group {widened.YearGroup}",
        JourneyLengthened longer => $"journeys of up to {longer.Minutes} minutes in {FieldWords.Of(longer.Phase)}, for {planningCase.Travel.Ceiling[longer.Phase].TotalMinutes:0}",
        SchemeOpened opened => $"{planningCase.Schemes.First(scheme => scheme.Id == opened.Scheme).Name} opens in {opened.Opens}{(opened.YearsEarlier > 0 ? $", {opened.YearsEarlier} {(opened.YearsEarlier == 1 ? "year" : "years")} earlier" : string.Empty)}",
        InmssLimitRaised raised => $"{raised.Pupils} more pupils in INMSS from {raised.From}",
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "Not a change."),
    };
}
