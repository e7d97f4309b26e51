using System.Diagnostics;
using System.Text;

namespace PlaceSufficiency.Storage.Tests.Tables;

public class FileTests
{
    private static readonly byte[] _byteOrderMark = [0xEF, 0xBB, 0xBF];

    [Fact]
    public void A_table_that_is_missing_is_named_with_the_file_that_is_probably_it()
    {
        using TempCase files = new();
        File.Move(files.PathOf("tables/leavers.csv"), files.PathOf("tables/leaver.csv"));

        Assert.Equal(
        [
            "Warning unread-file tables/leaver.csv No table of a case has this name, so the file is not read. Maybe 'leavers.csv' was meant.",
            "Error missing-file tables/leavers.csv The case has no such table. Maybe 'tables/leaver.csv' is meant to be it.",
        ], files.Findings());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \n")]
    public void An_empty_file_is_refused(string text)
    {
        using TempCase files = new();

        Assert.Equal(
            ["Error empty-file tables/leavers.csv The file is empty; it must hold at least a header row."],
            files.Write("tables/leavers.csv", text).Findings());
    }

    [Fact]
    public void A_header_without_rows_is_refused_where_rows_are_needed()
    {
        using TempCase files = new();

        Assert.Equal(
            ["Error no-rows tables/joiners.csv The file has a header and no rows."],
            files.Write("tables/joiners.csv", "year_group,need,sex,joiners_per_year,source,date\n").Findings());
    }

    [Fact]
    public void A_header_without_rows_is_enough_where_there_may_be_none()
    {
        using TempCase files = new();
        files.Write("tables/schemes.csv", "scheme_id,name,provision_id,opens,source,date\n");
        files.Write("tables/scheme_years.csv", "scheme_id,years_after_opening,places,capital_pounds,source,date\n");

        Assert.Empty(files.Findings());
    }

    [Theory]
    [InlineData(';', "a semicolon")]
    [InlineData('\t', "a tab")]
    [InlineData('|', "a vertical bar")]
    public void A_wrong_delimiter_is_said_once_and_named(char delimiter, string name)
    {
        using TempCase files = new();

        Assert.Equal(
            [$"Error wrong-delimiter tables/leavers.csv:1 The columns are separated by {name}; a comma is wanted."],
            files.Replace("tables/leavers.csv", ",", $"{delimiter}").Findings());
    }

    [Fact]
    public void Utf_16_is_refused()
    {
        using TempCase files = new();
        string text = File.ReadAllText(files.PathOf("tables/leavers.csv"));

        Assert.Equal(
            ["Error not-utf-8 tables/leavers.csv The file is UTF-16, not UTF-8. Maybe it was saved as \"Unicode text\"; save it again as UTF-8."],
            files.WriteBytes("tables/leavers.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)]).Findings());
        Assert.Equal(
            ["Error not-utf-8 tables/leavers.csv The file holds zero bytes, so it is not text. Maybe it is UTF-16 without a byte-order mark."],
            files.WriteBytes("tables/leavers.csv", Encoding.Unicode.GetBytes(text)).Findings());
    }

    [Fact]
    public void Another_8_bit_encoding_is_refused_with_the_row_of_its_first_letter()
    {
        using TempCase files = new();
        string text = File.ReadAllText(files.PathOf("tables/areas.csv")).Replace("South", "Sélsey", StringComparison.Ordinal);

        Assert.Equal(
            ["Error not-utf-8 tables/areas.csv:3 '0xE9': The file is not UTF-8 text. Maybe it was saved as Windows-1252 (ANSI); save it again as UTF-8."],
            files.WriteBytes("tables/areas.csv", Encoding.Latin1.GetBytes(text)).Findings());
    }

    [Fact]
    public void A_byte_order_mark_is_read_past_with_a_warning()
    {
        using TempCase files = new();
        byte[] bytes = File.ReadAllBytes(files.PathOf("tables/areas.csv"));

        Assert.Equal(
            ["Warning byte-order-mark tables/areas.csv The file starts with a byte-order mark, which was left out."],
            files.WriteBytes("tables/areas.csv", [.. _byteOrderMark, .. bytes]).Findings());
    }

    [Fact]
    public void A_spreadsheet_with_the_name_of_a_table_is_recognised()
    {
        using TempCase files = new();

        Assert.Equal(
            ["Error not-utf-8 tables/areas.csv The file is a zip archive, not text. Maybe it is a spreadsheet; save the sheet as CSV (UTF-8)."],
            files.WriteBytes("tables/areas.csv", [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00]).Findings());
    }

    [Fact]
    public void A_file_of_200_MB_is_refused_without_being_read()
    {
        using TempCase files = new();
        foreach (string file in (string[])["tables/stock.csv", "base.yaml"])
        {
            using FileStream sparse = File.OpenWrite(files.PathOf(file));
            sparse.SetLength(200_000_000);
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread();
        Stopwatch watch = Stopwatch.StartNew();
        string[] findings = files.Findings();

        Assert.Equal(
        [
            "Error file-too-large base.yaml The file has 200.0 MB; at most 1 MB are read. Maybe another file was put in its place.",
            "Error file-too-large tables/stock.csv The file has 200.0 MB; at most 20 MB are read. Maybe another file was put in its place.",
        ], findings);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 20_000_000);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
    }

    [Fact]
    public void A_table_that_is_a_link_out_of_the_case_is_refused()
    {
        using TempCase files = new();
        string outside = Path.Combine(files.Outside, "elsewhere.csv");
        File.Move(files.PathOf("tables/leavers.csv"), outside);
        File.CreateSymbolicLink(files.PathOf("tables/leavers.csv"), outside);

        Assert.Equal(
            ["Error outside-case-folder tables/leavers.csv The file is a symbolic link that leads outside the case folder."], files.Findings());
    }
}
