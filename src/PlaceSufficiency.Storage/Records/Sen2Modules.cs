using System.Security.Cryptography;
using System.Text;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Storage.Cases;

namespace PlaceSufficiency.Storage.Records;

/// <summary>
/// The modules of a SEN2 person-level return as CSV files in a folder, linked by their table ids. Every id is replaced by a keyed hash
/// as its row is read; names, postcodes and pupil numbers are not taken out of the rows at all.
/// </summary>
internal sealed class Sen2Modules
{
    private readonly string _folder;
    private readonly byte[] _key;
    private readonly FindingList _findings;
    private readonly List<RowSorting> _sortings = [];

    internal Sen2Modules(string folder, byte[] key, FindingList findings)
    {
        (_folder, _key, _findings) = (folder, key, findings);
        Persons = Keyed("person.csv", "persontableid", null, ["personbirthdate"], "sex", "gendercurrent");
        Requests = Keyed("requests.csv", "requeststableid", "persontableid", []);
        Assessments = Keyed("assessment.csv", "assessmenttableid", "requeststableid", []);
        NamedPlans = Keyed("namedplan.csv", "namedplantableid", "assessmenttableid", ["startdate", "ceasedate", "ceasereason"]);
        ActivePlans = Keyed("activeplans.csv", "activeplanstableid", "requeststableid", ["transferla"]);
        Placements = Keyed("placementdetail.csv", "placementdetailtableid", "activeplanstableid", ["placementrank", "urn", "sensetting", "senunitindicator", "resourcedprovisionindicator"]);
        Needs = Keyed("senneed.csv", "senneedtableid", "activeplanstableid", ["sentype", "sentyperank"]);
    }

    /// <summary>Children and young people.</summary>
    internal Sen2Module Persons { get; }

    /// <summary>Requests for an assessment.</summary>
    internal Sen2Module Requests { get; }

    /// <summary>Assessments.</summary>
    internal Sen2Module Assessments { get; }

    /// <summary>Plans, with the days they start and cease.</summary>
    internal Sen2Module NamedPlans { get; }

    /// <summary>Plans that are active.</summary>
    internal Sen2Module ActivePlans { get; }

    /// <summary>Placements of active plans.</summary>
    internal Sen2Module Placements { get; }

    /// <summary>Needs of active plans.</summary>
    internal Sen2Module Needs { get; }

    /// <summary>What became of every row of every module.</summary>
    internal IReadOnlyList<RowReconciliation> Reconciliations => [.. _sortings.Select(sorting => sorting.Whole)];

    private Sen2Module Keyed(string file, string id, string? parent, string[] columns, params string[] either)
    {
        RowSorting sorting = new(file);
        _sortings.Add(sorting);
        string path = Path.Combine(_folder, file);
        string? chosen = either.Length == 0 ? null : either.FirstOrDefault(column => HeaderHas(path, column)) ?? either[0];
        string[] needed = [id, .. parent is null ? Array.Empty<string>() : [parent], .. columns, .. chosen is null ? Array.Empty<string>() : [chosen]];
        List<Sen2Row> rows = [];
        HashSet<string> seen = [];
        foreach (RecordRow row in RecordTable.Read(path, needed, sorting, _findings))
        {
            string own = Hashed(row[id]);
            if (!seen.Add(own))
            {
                sorting.SetAside("an id that an earlier row has");
                continue;
            }

            Dictionary<string, string> kept = columns.ToDictionary(column => column, column => row[column]);
            if (chosen is not null)
            {
                kept["sex"] = row[chosen];
            }

            rows.Add(new Sen2Row(own, parent is null ? null : Hashed(row[parent]), row.Line, kept));
        }

        return new Sen2Module(file, rows, sorting);
    }

    private static bool HeaderHas(string path, string column) =>
        File.Exists(path) && (File.ReadLines(path).FirstOrDefault() ?? string.Empty).Split(',').Any(cell => string.Equals(cell.Trim().Trim('"'), column, StringComparison.OrdinalIgnoreCase));

    private string Hashed(string id) => Convert.ToHexString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(id)));
}

/// <summary>A row of a module.</summary>
/// <param name="Id">Keyed hash of its own id.</param>
/// <param name="Parent">Keyed hash of the id of the row it belongs to; null for persons.</param>
/// <param name="Line">Line of the file.</param>
/// <param name="Cells">The few cells that are wanted.</param>
internal sealed record Sen2Row(string Id, string? Parent, int Line, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>The cell of a column.</summary>
    internal string this[string column] => Cells[column];
}

/// <summary>The rows of a module.</summary>
internal sealed class Sen2Module(string file, IReadOnlyList<Sen2Row> rows, RowSorting sorting)
{
    private readonly Dictionary<string, Sen2Row> _byId = rows.ToDictionary(row => row.Id);

    /// <summary>File name.</summary>
    internal string File => file;

    /// <summary>Its rows.</summary>
    internal IReadOnlyList<Sen2Row> Rows => rows;

    /// <summary>What becomes of them.</summary>
    internal RowSorting Sorting => sorting;

    /// <summary>The row that another belongs to; null when there is none.</summary>
    internal Sen2Row? Of(Sen2Row? child) => child?.Parent is { } parent ? _byId.GetValueOrDefault(parent) : null;
}
