using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Reporting.Xlsx;

/// <summary>A sheet that is wanted in a workbook.</summary>
/// <param name="Name">Wished name; the workbook shortens it and makes it unique.</param>
/// <param name="Table">What it holds, headers first, one row an observation.</param>
public sealed record WorkbookSheet(string Name, ReportTable Table);
