using System.Text.Json;
using NodaTime;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Reporting.Tables;
using PlaceSufficiency.Scenarios.Changes;

namespace PlaceSufficiency.Reporting.Json;

/// <summary>The parts of <c>summary.json</c> that are counted by academic year.</summary>
internal static class YearJson
{
    /// <summary>One year in one object.</summary>
    internal static void Write(Utf8JsonWriter json, YearFigures year, ScenarioReport report)
    {
        json.WriteString("year", year.Year.ToString());
        json.WriteBoolean("planned", report.Case.Horizon.IsPlanned(year.Year));
        json.WriteNumber("stock", year.Stock);
        json.WriteNumber("joiners", year.Joiners);
        json.WriteNumber("leavers", year.Leavers);
        json.WriteNumber("placed", year.Placed);
        json.WriteNumber("unplaced", year.Unplaced);
        json.WriteNumber("overNumber", year.OverNumber);
        json.WriteNumber("inmss", year.Inmss);
        json.WriteNumber("inmssGirls", year.InmssGirls);
        json.WriteNumber("inmssSpendPounds", year.InmssSpend.ToPence().Value);
        json.WriteNumber("specialPlaces", year.SpecialPlaces);
        json.WriteNumber("specialPupils", year.SpecialPupils);
        json.WriteNumber("medianTravelMinutes", Minutes(year.MedianTravel));
        json.WriteNumber("ninetiethPercentileTravelMinutes", Minutes(year.NinetiethPercentileTravel));
        json.WriteNumber("over45Minutes", year.Over45Minutes);
        json.WriteNumber("over75Minutes", year.Over75Minutes);
        json.WriteStartObject("pupilsByKind");
        foreach (KindTable.Row row in KindTable.Rows(report.Case, report.Audit.Figures).Where(row => row.Year == year.Year && row.Kind is not null))
        {
            json.WriteNumber(Spelling.Of(row.Kind!.Value), row.Pupils);
        }

        json.WriteEndObject();
    }

    /// <summary>The balance of one phase and need group.</summary>
    internal static void WriteBalance(Utf8JsonWriter json, SufficiencyBalance balance)
    {
        json.WriteString("year", balance.Year.ToString());
        json.WriteString("phase", Spelling.Of(balance.Phase));
        json.WriteString("needGroup", balance.NeedGroup);
        json.WriteNumber("demand", balance.Demand);
        json.WriteNumber("placed", balance.Placed);
        json.WriteNumber("inmss", balance.Inmss);
        json.WriteNumber("elsewhere", balance.Elsewhere);
        json.WriteNumber("unplaced", balance.Unplaced);
        json.WriteNumber("lowerLevel", balance.LowerLevel);
        json.WriteNumber("empty", balance.Empty);
        json.WriteNumber("places", balance.Places);
        json.WriteNumber("balance", balance.Balance);
    }

    /// <summary>Unplaced pupils of one phase, need and cause.</summary>
    internal static void WriteUnplaced(Utf8JsonWriter json, IGrouping<UnplacedKey, PlacementFact> group)
    {
        json.WriteString("year", group.Key.Year.ToString());
        json.WriteString("phase", Spelling.Of(group.Key.Phase));
        json.WriteString("need", group.Key.Need.ToString());
        json.WriteString("cause", group.Key.Cause is { } cause ? Spelling.Of(cause) : null);
        json.WriteNumber("pupils", group.Sum(fact => fact.Pupils));
    }

    /// <summary>How full one provision is.</summary>
    internal static void WriteProvision(Utf8JsonWriter json, ProvisionYear use)
    {
        json.WriteString("year", use.Year.ToString());
        json.WriteString("provision", use.Provision.Value);
        json.WriteNumber("places", use.Places);
        json.WriteNumber("imports", use.Imports);
        json.WriteNumber("pupils", use.Pupils);
        json.WriteNumber("overNumber", use.OverNumber);
        json.WriteNumber("empty", use.Empty);
    }

    private static decimal Minutes(Duration duration) => decimal.Round((decimal)duration.TotalMinutes, 1);
}
