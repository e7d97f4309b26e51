using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using NodaTime;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Reporting.Tables;
using PlaceSufficiency.Reporting.Xlsx;
using Cell = PlaceSufficiency.Reporting.Tables.Cell;
using Column = PlaceSufficiency.Reporting.Tables.Column;
using SheetCell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using Workbook = PlaceSufficiency.Reporting.Xlsx.Workbook;

namespace PlaceSufficiency.Reporting.Tests.Xlsx;

public class WorkbookTests
{
    private static readonly string[] _dangerous = ["=1+1", "+44 23", "-1 pupil", "@home", "=HYPERLINK(\"http://x\")", "<b>\"'&</script>", "bell \u0007"];

    private static ReportTable Everything => Table(
        "everything",
        [new("name", "Name", Unit.None), new("pupils", "Pupils", Unit.Pupils), new("amount", "Amount", Unit.Pounds), new("journey", "Journey", Unit.Minutes), new("day", "Day", Unit.None)],
        [
            [new TextCell("Oak"), new CountCell(1234), new MoneyCell(new Pounds(-1234.5m)), new JourneyCell(Duration.FromSeconds(630)), new DateCell(new LocalDate(2026, 3, 31))],
            [Cell.Nothing, SuppressedCell.Instance, Cell.Nothing, Cell.Nothing, Cell.Nothing],
        ]);

    [Fact]
    public void Numbers_are_numbers_days_are_days_and_words_are_text()
    {
        SheetCell[] cells = [.. Cells(Book(new WorkbookSheet("Everything", Everything)), "Everything")];

        Assert.Equal(["Name", "Pupils", "Amount (£)", "Journey (minutes)", "Day"], cells.Take(5).Select(cell => cell.InnerText));
        Assert.Equal(["Oak", "1234", "-1234.5", "10.5", "46112"], cells.Skip(5).Take(5).Select(cell => cell.InnerText));
        Assert.Equal([CellValues.String, CellValues.Number, CellValues.Number, CellValues.Number, CellValues.Number], cells.Skip(5).Take(5).Select(cell => cell.DataType?.Value ?? CellValues.Number));
        Assert.Equal(SuppressedCell.Mark, cells.Single(cell => cell.CellReference == "B3").InnerText);
        Assert.DoesNotContain(cells, cell => cell.CellReference == "A3" && cell.InnerText.Length > 0);
    }

    [Fact]
    public void Nothing_is_a_formula_however_it_begins()
    {
        byte[] book = Book(new WorkbookSheet("=Names", Names(_dangerous)));

        SheetCell[] cells = [.. Cells(book, "=Names")];
        Assert.All(cells, cell => Assert.Null(cell.CellFormula));
        Assert.Equal(["Name", .. _dangerous[..6]], cells.Take(7).Select(cell => cell.InnerText));
        Assert.Equal("bell \uFFFD", cells[7].InnerText);
    }

    [Fact]
    public void The_header_is_frozen_filtered_and_the_notice_stands_on_every_printed_page()
    {
        using SpreadsheetDocument document = SpreadsheetDocument.Open(new MemoryStream(Book(new WorkbookSheet("A", Everything), new WorkbookSheet("B", Everything))), false);

        foreach (WorksheetPart part in document.WorkbookPart!.WorksheetParts)
        {
            Pane pane = part.Worksheet.Descendants<Pane>().Single();
            Assert.Equal((1d, PaneStateValues.Frozen), (pane.VerticalSplit!.Value, pane.State!.Value));
            Assert.Equal("A1:E3", part.Worksheet.Descendants<AutoFilter>().Single().Reference);
            Assert.Equal("&CWorking copy: not for publication", part.Worksheet.Descendants<OddHeader>().Single().Text);
        }
    }

    [Fact]
    public void The_file_follows_the_published_schema_of_its_format()
    {
        using SpreadsheetDocument document = SpreadsheetDocument.Open(new MemoryStream(Book(new WorkbookSheet("Everything", Everything), new WorkbookSheet("Empty", Names([])))), false);

        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public void The_same_sheets_give_the_same_bytes() =>
        Assert.Equal(Book(new WorkbookSheet("A", Everything), new WorkbookSheet("B", Everything)), Book(new WorkbookSheet("A", Everything), new WorkbookSheet("B", Everything)));

    [Fact]
    public void A_table_that_is_too_long_goes_on_in_another_sheet_and_a_wide_one_stands_whole()
    {
        ReportTable wide = Table(
            "wide", [.. Enumerable.Range(0, 800).Select(i => new Column($"c{i}", $"Column {i}", Unit.AsStated))], [[.. Enumerable.Range(0, 800).Select(i => (Cell)new CountCell(i))]]);
        ReportTable longTable = Names([.. Enumerable.Range(1, 109).Select(i => $"{i}")]);
        using MemoryStream stream = new();

        Workbook.Write(stream, [new WorkbookSheet("Long", longTable), new WorkbookSheet("Wide", wide)], "", mostRows: 100);

        byte[] book = stream.ToArray();

        Assert.Equal(["Long", "Long (2)", "Wide"], SheetsOf(book));
        Assert.Equal(["Name", .. Enumerable.Range(100, 10).Select(i => $"{i}")], Cells(book, "Long (2)").Select(cell => cell.InnerText));
        Assert.Equal("799", Cells(book, "Wide")[^1].InnerText);
    }

    [Fact]
    public void Sheet_names_are_short_unique_and_plain()
    {
        string[] wished = ["A/B: [c]?*\\", "a b   c", "Use of resourced provisions and SEN units by year", "Use of resourced provisions and SEN units by need", "'quoted'", "History", ""];

        string[] names = SheetsOf(Book([.. wished.Select(name => new WorkbookSheet(name, Everything))]));

        Assert.Equal(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, name => Assert.InRange(name.Length, 1, 31));
        Assert.Equal(["A B   c", "a b   c (2)", "Use of resourced provisions and", "Use of resourced provisions (2)", "quoted", "History (2)", "Sheet"], names);
    }

    [Fact]
    public void LibreOffice_opens_it_and_reads_the_same()
    {
        SpreadsheetProgram.IsWanted();

        Dictionary<string, string[]> sheets = SpreadsheetProgram.Reads(Book(new WorkbookSheet("Everything", Everything), new WorkbookSheet("Names", Names(_dangerous[..6]))));

        Assert.Equal(["Everything", "Names"], sheets.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("Oak,\"1234\",\"-1234.5\",\"10.5\",\"03/31/2026\"", sheets["Everything"][1]);
        Assert.Equal(",c,,,", sheets["Everything"][2]);
        Assert.Equal(["Name", "=1+1", "+44 23", "-1 pupil", "@home", "\"=HYPERLINK(\"\"http://x\"\")\"", "\"<b>\"\"'&</script>\""], sheets["Names"]);
    }

    private static byte[] Book(params IReadOnlyList<WorkbookSheet> sheets)
    {
        using MemoryStream stream = new();
        Workbook.Write(stream, sheets, "Working copy: not for publication");
        return stream.ToArray();
    }

    private static ReportTable Names(string[] names) => Table("names", [new("name", "Name", Unit.None)], [.. names.Select(name => (IReadOnlyList<Cell>)[new TextCell(name)])]);

    private static ReportTable Table(string key, IReadOnlyList<Column> columns, IReadOnlyList<IReadOnlyList<Cell>> rows) => new(key, key, string.Empty, columns, rows, []);

    private static string[] SheetsOf(byte[] book)
    {
        using SpreadsheetDocument document = SpreadsheetDocument.Open(new MemoryStream(book), false);
        return [.. document.WorkbookPart!.Workbook.Descendants<Sheet>().Select(sheet => sheet.Name!.Value!)];
    }

    private static IReadOnlyList<SheetCell> Cells(byte[] book, string sheet)
    {
        using SpreadsheetDocument document = SpreadsheetDocument.Open(new MemoryStream(book), false);
        WorkbookPart workbook = document.WorkbookPart!;
        string id = workbook.Workbook.Descendants<Sheet>().Single(found => found.Name == sheet).Id!;
        return [.. ((WorksheetPart)workbook.GetPartById(id)).Worksheet.Descendants<SheetCell>()];
    }
}
