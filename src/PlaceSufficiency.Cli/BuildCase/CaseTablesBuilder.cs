using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Published;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.Fitting;
using PlaceSufficiency.Storage.Published;

namespace PlaceSufficiency.Cli.BuildCase;

/// <summary>
/// Builds the demand tables of an authority's case from published tables and writes them into the case folder. Provisions and
/// their residents, where the case has them, are read from the same folder.
/// </summary>
public static class CaseTablesBuilder
{
    /// <summary>Builds and writes areas, population, stock, joiners, leavers, levels, published and history.</summary>
    /// <param name="authority">Name or ONS code, as the published tables have it.</param>
    /// <param name="baseYear">Base year; its January lies between 2019 and 2022.</param>
    /// <param name="publishedFolder">Folder with the published tables.</param>
    /// <param name="caseFolder">Case folder; its tables folder is made where there is none.</param>
    /// <param name="districts">Districts of a county; empty for an authority that is its own district.</param>
    /// <returns>What was written.</returns>
    /// <exception cref="FindingsException">The tables cannot be read or fitted; nothing has been written.</exception>
    public static DemandTables Build(
        string authority, AcademicYear baseYear, string publishedFolder, string caseFolder, params IReadOnlyCollection<string> districts)
    {
        PublishedTables published = PublishedFolder.Read(publishedFolder, authority, baseYear, districts);
        CaseProvisions known = CaseProvisions.Read(caseFolder);
        DemandTables demand = StockBuilder.Build(published, known.Provisions, known.Assumptions);
        DemandTableWriter.Write(Path.Combine(caseFolder, "tables"), published, demand);
        return demand;
    }
}
