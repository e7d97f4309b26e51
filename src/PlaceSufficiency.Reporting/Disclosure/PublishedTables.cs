using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Reporting.Tables;
using PlaceSufficiency.Reporting.Words;

namespace PlaceSufficiency.Reporting.Disclosure;

/// <summary>
/// The tables of one run that may be published. They bear the keys of the working tables where they say the same, with fewer columns; totals
/// are rows of their own, since withheld figures cannot be added up.
/// </summary>
internal sealed class PublishedTables
{
    /// <summary>What the mark means, for the note of a table.</summary>
    internal const string Note = "c: withheld, so that no pupil can be made out.";

    private readonly ScenarioReport _run;
    private readonly PublishedCounts _counts;
    private readonly PublishedMoney _money;
    private readonly IReadOnlyList<AcademicYear> _years;
    private readonly string[] _yearWords;

    private PublishedTables(ScenarioReport run, PublishedCounts counts, PublishedMoney money)
    {
        (_run, _counts, _money) = (run, counts, money);
        _years = run.Case.Horizon.AllYears;
        _yearWords = [.. _years.Select(year => year.ToString())];
    }

    /// <summary>The tables, in the order in which a planner reads them.</summary>
    internal static IReadOnlyList<ReportTable> Of(ScenarioReport run, PublishedCounts counts, PublishedMoney money)
    {
        PublishedTables tables = new(run, counts, money);
        return
        [
            tables.Balance(), tables.Unplaced(), tables.Causes(), tables.Kinds(), tables.Inmss(),
            tables.Provisions("special-school-use", "Use of special schools", ProvisionKind.SpecialSchool),
            tables.Provisions("base-use", "Use of resourced provisions and SEN units", ProvisionKind.ResourcedProvision, ProvisionKind.SenUnit),
            tables.Spending(), tables.Travel(), tables.Demand(), SchemeTable.Of(run.Case), tables.Tiers(),
        ];
    }

    private static TextCell All { get; } = new("All", Spread.TotalRank);

    private Cell Count(AcademicYear year, string key) => _counts[_run.Run, year, key] is { } count ? new CountCell(count) : SuppressedCell.Instance;

    private ReportTable Balance()
    {
        IEnumerable<(AcademicYear Year, Phase Phase, string Group)> lines = _years.SelectMany(year => _counts.Scope.Groups.Select(line => (year, line.Phase, line.Group)));
        IReadOnlyList<(AcademicYear Year, TextCell Phase, TextCell Group, string Of)> rows =
        [
            .. lines.Select(line => (line.Year, new TextCell(FieldWords.Of(line.Phase), (int)line.Phase), new TextCell(line.Group, Rank(line.Group)), $"/{line.Phase}/{line.Group}")),
            .. _years.Select(year => (year, All, new TextCell(string.Empty), string.Empty)),
        ];
        return new TableOf<(AcademicYear Year, TextCell Phase, TextCell Group, string Of)>(
                "balance", "Balance of specialist places by phase and need group",
                $"Demand is pupils whose plan calls for a specialist place. Balance is the places that this demand fills or could fill, minus demand. {Note}")
            .YearWords(row => row.Year)
            .Ranked("phase", "Phase", row => row.Phase)
            .Ranked("need_group", "Need group", row => row.Group)
            .With("demand", "Demand", Unit.Pupils, row => Count(row.Year, $"demand{row.Of}"))
            .With("unplaced", "Unplaced", Unit.Pupils, row => Count(row.Year, $"short{row.Of}"))
            .With("balance", "Balance", Unit.Places, row => Count(row.Year, $"balance{row.Of}"))
            .Of(
                rows,
                new Spread("Balance of specialist places: below 0 is a shortage", "year", _yearWords, ["phase", "need_group"], ["balance"]),
                new Spread("Demand for specialist places", "year", _yearWords, ["phase", "need_group"], ["demand"], Room: SpreadRoom.Page));
    }

    private ReportTable Unplaced()
    {
        IReadOnlyList<(AcademicYear Year, TextCell Phase, TextCell Need, string Of)> rows =
        [
            .. _years.SelectMany(year => _counts.Scope.Needs.Select(line => (
                year, new TextCell(FieldWords.Of(line.Phase), (int)line.Phase), new TextCell(line.Need.ToString(), (int)line.Need), $"unplaced/{line.Phase}/{line.Need}"))),
            .. _years.Select(year => (year, All, new TextCell(string.Empty), "unplaced")),
        ];
        return new TableOf<(AcademicYear Year, TextCell Phase, TextCell Need, string Of)>("unplaced", "Pupils with no suitable place, by phase and need", $"Base-year figures are observed. {Note}")
            .YearWords(row => row.Year)
            .Ranked("phase", "Phase", row => row.Phase)
            .Ranked("need", "Need", row => row.Need)
            .With("pupils", "Pupils", Unit.Pupils, row => Count(row.Year, row.Of))
            .Of(rows, new Spread("Pupils with no suitable place, by phase and need", "year", _yearWords, ["phase", "need"], ["pupils"]));
    }

    private ReportTable Causes()
    {
        IEnumerable<(AcademicYear Year, UnplacedCause Cause)> rows = _years.Where(_run.Case.Horizon.IsPlanned).SelectMany(year => _counts.Scope.Causes.Select(cause => (year, cause)));
        return new TableOf<(AcademicYear Year, UnplacedCause Cause)>("unplaced-causes", "Why pupils have no suitable place", $"The cause is the first that applies. {Note}")
            .YearWords(row => row.Year)
            .Ranked("cause", "Cause", row => new TextCell(FieldWords.Of(row.Cause), (int)row.Cause))
            .With("pupils", "Pupils", Unit.Pupils, row => Count(row.Year, $"cause/{row.Cause}"))
            .Of(rows, new Spread("Why pupils have no suitable place", "year", _yearWords[1..], ["cause"], ["pupils"]));
    }

    private ReportTable Kinds()
    {
        IReadOnlyList<(AcademicYear Year, TextCell Kind, string Of)> rows =
        [
            .. _years.SelectMany(year => _counts.Scope.Kinds.Select(kind => (year, new TextCell(FieldWords.Of(kind), (int)kind), $"kind/{kind}"))),
            .. _years.Select(year => (year, new TextCell("unplaced", Spread.TotalRank - 1), "unplaced")),
            .. _years.Select(year => (year, All, "stock")),
        ];
        return new TableOf<(AcademicYear Year, TextCell Kind, string Of)>("pupils-by-kind", "Pupils by kind of provision", Note)
            .YearWords(row => row.Year)
            .Ranked("kind", "Kind of provision", row => row.Kind)
            .With("pupils", "Pupils", Unit.Pupils, row => Count(row.Year, row.Of))
            .Of(rows, new Spread("Pupils by kind of provision", "year", _yearWords, ["kind"], ["pupils"]));
    }

    private ReportTable Inmss()
    {
        string title = "Independent and non-maintained special schools (INMSS)";
        return new TableOf<AcademicYear>("inmss", title, $"Spend is fees, top-ups and place funding over the academic year, rounded. {Note}")
            .YearWords(year => year)
            .With("pupils", "Pupils", Unit.Pupils, year => Count(year, "kind/Inmss"))
            .With("girls", "Of these, girls", Unit.Pupils, year => Count(year, "girls"))
            .With("spend", "Spend", Unit.Pounds, year => _money.InmssSpend(_run, year))
            .Of(_years, new Spread(title, "year", _yearWords, [], ["pupils", "girls", "spend"]));
    }

    private ReportTable Provisions(string key, string title, params ProvisionKind[] kinds)
    {
        ProvisionNames names = new(_run.Case);
        IEnumerable<ProvisionYear> rows = _years.SelectMany(year => kinds.SelectMany(kind => PublishedProvisions.Of(_run, kind, year))).Select(use => use.Use)
            .OrderBy(use => use.Year).ThenBy(use => use.Provision);
        return new TableOf<ProvisionYear>(key, title, $"Places are those of the school, other authorities' pupils included. {Note}")
            .YearWords(row => row.Year)
            .Ids("provision_id", row => row.Provision.Value)
            .Words("provision", "Provision", row => names.Of(row.Provision))
            .Places("places", "Places", row => row.Places)
            .With("pupils", "Pupils", Unit.Pupils, row => Count(row.Year, $"provision/{row.Provision}"))
            .Of(rows, new Spread(title, "year", _yearWords, ["provision"], ["places", "pupils"]));
    }

    private ReportTable Spending() => new TableOf<PublishedAmount>(
            "spending", "Spending by budget line and financial year",
            "Rounded so far that it gives away no count. Only planned academic years are counted, so the first and the last financial year hold part of one.")
        .Words("financial_year", "Financial year", row => row.Year.ToString())
        .Ranked("budget_line", "Budget line", row => new TextCell(FieldWords.Of(row.Line), (int)row.Line))
        .With("amount", "Amount", Unit.Pounds, row => row.Cell)
        .Of(
            _money.Spending(_run),
            new Spread("Spending by budget line and financial year", "financial_year", CostTable.YearsOf(_run.Case, _run.Audit.Figures), ["budget_line"], ["amount"]));

    private ReportTable Travel() => new TableOf<YearFigures>("travel", "Travel, one way", $"Journeys of placed pupils; the 90th percentile is by nearest rank. {Note}")
        .YearWords(row => row.Year)
        .With("median", "Median", Unit.Minutes, row => Minutes(row, row.MedianTravel))
        .With("ninetieth_percentile", "90th percentile", Unit.Minutes, row => Minutes(row, row.NinetiethPercentileTravel))
        .With("over_45_minutes", "Over 45 minutes", Unit.Pupils, row => Count(row.Year, "over-45"))
        .With("over_75_minutes", "Over 75 minutes", Unit.Pupils, row => Count(row.Year, "over-75"))
        .Of(_run.Audit.Figures.Years, new Spread("Travel, one way", "year", _yearWords, [], ["median", "ninetieth_percentile", "over_45_minutes", "over_75_minutes"]));

    /// <summary>Whole minutes; nothing where so few are placed that it is the journey of one of them.</summary>
    private Cell Minutes(YearFigures row, NodaTime.Duration journey) => row.Placed < PublishedMoney.FewestForRates || _counts[_run.Run, row.Year, "placed"] is null
        ? SuppressedCell.Instance
        : new NumberCell(decimal.Round((decimal)journey.TotalMinutes, 0, MidpointRounding.AwayFromZero), 0);

    private ReportTable Demand() => new TableOf<AcademicYear>("demand", "Demand", $"Stock is last year's stock with joiners added and leavers taken away. The base year is observed. {Note}")
        .YearWords(year => year)
        .With("stock", "Stock", Unit.Pupils, year => Count(year, "stock"))
        .With("joiners", "Joiners", Unit.Pupils, year => Count(year, "joiners"))
        .With("leavers", "Leavers", Unit.Pupils, year => Count(year, "leavers"))
        .With("placed", "With a suitable place", Unit.Pupils, year => Count(year, "placed"))
        .With("unplaced", "With none", Unit.Pupils, year => Count(year, "unplaced"))
        .With("over_number", "Over-number", Unit.Pupils, year => Count(year, "over-number"))
        .Of(_years, new Spread("Pupils with a plan", "year", _yearWords, [], ["stock", "joiners", "leavers", "placed", "unplaced", "over_number"]));

    /// <summary>Values and bounds are sums of counts over years, which may have withheld ones among them: only the gap is said.</summary>
    private ReportTable Tiers() => new TableOf<TierResult>("tiers", "What the plan minimised, in this order", "The gap is how far a plan may be above the best there is, in steps: none, 0.1%, 1%, 10% or more.")
        .Words("tier", "Tier", row => FieldWords.Of(row.Tier))
        .With("gap", "Gap at most", Unit.Percent, row => new NumberCell(PublishedGap.AtMost(row), 1))
        .Of(_run.Audit.Tiers);

    private int Rank(string group) => _run.Case.NeedGroups.Index().Where(known => known.Item.Name == group).Select(known => known.Index).FirstOrDefault(int.MaxValue / 2);
}
