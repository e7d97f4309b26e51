using System.Text;

namespace PlaceSufficiency.Storage.Tables;

/// <summary>The data dictionary of cases: every column of every table, as the reader checks it.</summary>
public static class DataDictionary
{
    private static readonly IReadOnlyList<Table> _tables =
    [
        AreasTable.Table, PopulationTable.Table, PopulationProjectionTable.Table, ProvidersTable.Table, ProvisionsTable.Table, PlacesTable.Table, SchemesTable.Table,
        SchemeYearsTable.Table, StockTable.Table, JoinersTable.Table, LeaversTable.Table, LevelsTable.Table, ReviewsTable.Table, HistoryTable.Table, PricesTable.Table, TravelTable.Table, CostsTable.Table,
        PublishedTable.Table, RollsTable.Table, FittingTable.Table,
    ];

    /// <summary>File names of the tables that a case may have.</summary>
    internal static IReadOnlyList<string> Files => [.. _tables.Select(table => table.File)];

    /// <summary>The text of <c>scenarios/data-dictionary.csv</c>: file, column, type, unit, required, default, meaning.</summary>
    public static string Text
    {
        get
        {
            StringBuilder text = new("file,column,type,unit,required,default,meaning\n");
            foreach (Table table in _tables)
            {
                foreach (Column column in table.Columns)
                {
                    string[] cells =
                        [table.File, column.Name, TypeOf(column), column.Unit, column.Required ? "yes" : "no", DefaultOf(column), column.Meaning];
                    text.Append(CsvText.Row(cells));
                }
            }

            return text.ToString();
        }
    }

    private static string DefaultOf(Column column) => column.WithCosts is { } blank ? $"with costs.csv: {blank}" : column.Default;

    private static string TypeOf(Column column) =>
        column.Type.Words.Count > 0 ? $"{column.Type.Name}: {string.Join(" ", column.Type.Words)}" : column.Type.Name;
}
