using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Reporting.Tables;
using PlaceSufficiency.Scenarios.Changes;
using PlaceSufficiency.Scenarios.Counterfactual;

namespace PlaceSufficiency.Reporting.Evidence;

/// <summary>The evidence for special places as tables.</summary>
public static class EvidenceTables
{
    /// <summary>What bases cannot meet, a row a year, need and level.</summary>
    public static ReportTable Of(ScenarioReport report, IReadOnlyList<UnmetNeed> needs)
    {
        string[] years = [.. report.Case.Horizon.PlannedYears.Select(year => year.ToString())];
        return new TableOf<UnmetNeed>(
                "cannot-meet", "What specialist bases cannot meet, by need and level",
                "Pupils whose plan calls for a specialist place. What bases cannot meet is the pupils more who have no suitable place when bases are offered instead of special places; below 0 bases help more.")
            .YearWords(row => row.Year)
            .NeedWords(row => row.Need)
            .Ranked("level", "Level called for", row => LevelWord(row.Level))
            .Pupils("all", "All", row => row.Pupils)
            .Pupils("in_bases", "In the offered bases", row => row.InBases)
            .Pupils("unplaced_bases", "Unplaced, bases offered", row => row.Unplaced)
            .Pupils("unplaced_special", "Unplaced, special places built", row => row.UnplacedBefore)
            .Pupils("cannot_meet", "Bases cannot meet", row => row.CannotMeet)
            .Pupils("inmss_bases", "In INMSS, bases offered", row => row.Inmss)
            .Pupils("inmss_special", "In INMSS, special places built", row => row.InmssBefore)
            .Of(needs, new Spread("What specialist bases cannot meet, by need and level", "year", years, ["need", "level"], ["cannot_meet"], HasTotal: true));
    }

    /// <summary>The bases that are offered.</summary>
    public static ReportTable OfBases(OfferedBases offered) => new TableOf<BaseOffer>("offered-bases", "Bases offered instead of special places", "Hosts are mainstream schools that most of the pupils concerned live nearest to.")
        .Words("scheme", "Instead of", row => row.InsteadOf.Name)
        .Words("host", "Host", row => row.Host)
        .Words("opens", "Opens", row => row.InsteadOf.Opens!.Value.ToString())
        .Places("places", "Places", row => row.Places)
        .Words("needs", "Needs", row => row.Provision.Designation.Needs.ToString())
        .Words("years", "Year groups", row => $"{row.Provision.Designation.From} to {row.Provision.Designation.To}")
        .Words("levels", "Levels served", row => string.Join(", ", row.Provision.Designation.Levels.Select(level => LevelWord(level).Value)))
        .Of(offered.Bases);

    /// <summary>The level in words, the least specialist first.</summary>
    internal static TextCell LevelWord(ProvisionLevel level) => new(Spelling.Of(level).Replace('-', ' '), (int)level);
}
