using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Storage.Tables;

namespace PlaceSufficiency.Storage.Cases.Checks;

/// <summary>Every provision is for somebody, exists for some time and has places stated.</summary>
internal static class Designations
{
    /// <summary>What is wrong or doubtful.</summary>
    public static IEnumerable<Finding> Check(CaseTables tables) =>
        tables.Provisions.Rows.SelectMany(row => Provision(tables.Provisions.File, row)).Concat(Unstated(tables)).Concat(Imports(tables));

    private static IEnumerable<Finding> Provision(string file, ProvisionRow row)
    {
        Designation designation = row.Provision.Designation;
        if (designation.Needs.IsEmpty || designation.Levels.IsEmpty)
        {
            yield return AdmitsNobody(file, row, designation.Needs.IsEmpty ? "needs" : "levels", "The provision admits nobody: the list is empty.", null);
        }

        if (designation.From > designation.To)
        {
            yield return AdmitsNobody(
                file, row, "year_from", $"The provision admits nobody: year group {designation.From} is older than {designation.To}.", "year_from and year_to are swapped.");
        }

        if (row.Provision is { Opens: { } opens, Closes: { } closes } && closes <= opens)
        {
            yield return Finding.Error(
                "never-open", $"The provision is never open: it closes before it opens in {opens}.", file, row.Line, "closes", $"{closes}", "opens and closes are swapped.");
        }
    }

    private static Finding AdmitsNobody(string file, ProvisionRow row, string key, string message, string? maybe) =>
        Finding.Error("admits-nobody", message, file, row.Line, key, row.Provision.Id.Value, maybe);

    private static IEnumerable<Finding> Unstated(CaseTables tables) =>
        from row in tables.Places.NamesAreKnown && !tables.HasCosts ? tables.Provisions.Rows : []
        where !tables.Places.Names.Contains(row.Provision.Id.Value)
        select Finding.Error(
            "provision-without-places", $"{tables.Places.File} has no row for the provision.", tables.Provisions.File, row.Line, "provision_id", row.Provision.Id.Value,
            NearMiss.Of(row.Provision.Id.Value, tables.Places.Names.Except(tables.Provisions.Names)) is { } near ? $"'{near}' there is meant to be it." : null);

    private static IEnumerable<Finding> Imports(CaseTables tables) =>
        from row in tables.Places.Rows
        where row.Imports > row.Places
        select Finding.Warning(
            "imports-above-places", $"Other authorities' pupils take more than the {row.Places} places, so none is left for residents.", tables.Places.File, row.Line,
            "imports_pupils", $"{row.Imports}");
}
