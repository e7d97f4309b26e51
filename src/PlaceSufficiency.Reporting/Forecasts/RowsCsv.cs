using PlaceSufficiency.Domain.Published.Series;

namespace PlaceSufficiency.Reporting.Forecasts;

/// <summary>What became of every row read, as CSV: a line for the rows used and one for each reason to set rows aside.</summary>
public static class RowsCsv
{
    /// <summary>The text.</summary>
    public static string Of(IEnumerable<RowReconciliation> files)
    {
        PlainCsv csv = new("file,rows_read,became,rows");
        foreach (RowReconciliation file in files)
        {
            csv.Add(file.File, file.RowsRead, "used", file.RowsUsed);
            foreach (RowsSetAside aside in file.SetAside)
            {
                csv.Add(file.File, file.RowsRead, $"set aside: {aside.Reason}", aside.Rows);
            }
        }

        return csv.ToString();
    }
}
