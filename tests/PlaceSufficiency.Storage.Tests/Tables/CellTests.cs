namespace PlaceSufficiency.Storage.Tests.Tables;

public class CellTests
{
    [Theory]
    [InlineData("stock", "ASD", "ASDD", "unknown-need", "need", "Not a need; known are SPLD, MLD, SLD, PMLD, SEMH, SLCN, HI, VI, MSI, PD, ASD, DS, OTH. Maybe 'ASD' was meant.", 2)]
    [InlineData("stock", "resourced", "resorced", "unknown-level", "level", "Not a level of provision; known are mainstream, mainstream-plus, resourced, special, highly-specialised. Maybe 'resourced' was meant.", 4)]
    [InlineData("stock", "ASD,special,male", "ASD,special,boy", "unknown-sex", "sex", "Not a sex; known are female, male.", 2)]
    [InlineData("stock", "male,5", "male,Y5", "unknown-year-group", "year_group", "A year group is a whole number from -4 (age 0) over 0 (Reception) to 20 (age 24). Maybe '5' was meant.", 2)]
    [InlineData("stock", "male,5", "male,21", "unknown-year-group", "year_group", "A year group is a whole number from -4 (age 0) over 0 (Reception) to 20 (age 24).", 2)]
    [InlineData("stock", "oak-special,2", "oak-special,2.5", "fractional-number", "pupils", "A whole number is wanted.", 2)]
    [InlineData("stock", "oak-special,2", "oak-special,-2", "negative-number", "pupils", "A whole number from 1 is wanted.", 2)]
    [InlineData("stock", "oak-special,2", "oak-special,0", "out-of-range", "pupils", "A whole number from 1 is wanted.", 2)]
    [InlineData("stock", "oak-special,2", "oak-special,two", "not-a-number", "pupils", "A number is wanted.", 2)]
    [InlineData("stock", "oak-special,2", "oak-special,", "missing-value", "pupils", "The cell is blank. How many.", 2)]
    [InlineData("levels", "ASD,secondary", "ASD,secundary", "unknown-phase", "phase", "Not a phase; known are early-years, primary, secondary, post-16, post-19. Maybe 'secondary' was meant.", 3)]
    [InlineData("joiners", "male,1", "male,\"1,5\"", "decimal-comma", "joiners_per_year", "Numbers have a decimal point, not a comma. Maybe '1.5' was meant.", 2)]
    [InlineData("joiners", "male,1", "male,\"1,500\"", "decimal-comma", "joiners_per_year", "Numbers have a decimal point and no thousands separator. Maybe '1500' was meant, or '1.500' if the comma is a decimal comma.", 2)]
    [InlineData("joiners", "male,1", "male,-1", "negative-number", "joiners_per_year", "A number from 0 is wanted.", 2)]
    [InlineData("leavers", "11,1", "11,100%", "not-a-number", "share_leaving", "A number is wanted, not a percentage. Maybe '1' was meant.", 2)]
    [InlineData("leavers", "2025-01", "January 2025", "bad-date", "date", "A date is written as 2021-01-21, 2021-01 or 2021.", 2)]
    [InlineData("places", "2024/25,4", "2024/25,-4", "negative-number", "places", "A whole number from 0 is wanted.", 2)]
    [InlineData("places", "2024/25,4", "2024/25,4.5", "fractional-number", "places", "A whole number is wanted.", 2)]
    [InlineData("places", "2024/25,4", "2024-25,4", "bad-year", "academic_year", "An academic year is written as 2021/22. Maybe '2024/25' was meant.", 2)]
    [InlineData("places", "2024/25,4", "2024,4", "bad-year", "academic_year", "An academic year is written as 2021/22. Maybe '2024/25' was meant.", 2)]
    [InlineData("provisions", "11,mixed,0,", "11,mixed,101,", "out-of-range", "over_number_ceiling_percent", "A number from 0 to 100 is wanted.", 2)]
    [InlineData("provisions", "11,mixed,0,", "11,mixed,-1,", "negative-number", "over_number_ceiling_percent", "A number from 0 to 100 is wanted.", 2)]
    [InlineData("provisions", "special-school,", "specialschool,", "unknown-kind", "kind", "Not a kind of provision; known are mainstream, mainstream-plus, resourced-provision, sen-unit, special-school, inmss, further-education, specialist-post-16, alternative-provision, bespoke-package. Maybe 'special-school' was meant.", 2)]
    [InlineData("provisions", "ASD;SLD;SLCN", "ASD;SLDD", "unknown-need", "needs", "'SLDD': Not a need; known are SPLD, MLD, SLD, PMLD, SEMH, SLCN, HI, VI, MSI, PD, ASD, DS, OTH. Maybe 'SLD' was meant.", 2)]
    [InlineData("prices", "2025-26,120", "2025-26,£120", "not-a-number", "pounds", "A number is wanted, without a currency sign. Maybe '120' was meant.", 17)]
    [InlineData("prices", "place-funding,special-school,2025-26", "place-fundin,special-school,2025-26", "unknown-price-item", "item", "Not a price item; known are place-funding, top-up, fee, transport-per-pupil, transport-per-km, over-number, above-level, move, travel-above-threshold. Maybe 'place-funding' was meant.", 2)]
    [InlineData("areas", "440000,115000", ",115000", "missing-value", "easting_m", "The cell is blank. Easting of the area's centroid on the National Grid.", 2)]
    [InlineData("areas", "440000,115000", "50.934512,115000", "fractional-number", "easting_m", "A whole number is wanted. Maybe it is a latitude or longitude in degrees.", 2)]
    [InlineData("areas", "north,North", "no rth,North", "bad-id", "area_id", "An id holds letters, digits, '-', '_' and '.' only.", 2)]
    [InlineData("population", "north,0,10", "north,0,-10", "negative-number", "persons", "A whole number from 0 is wanted.", 2)]
    public void A_bad_cell_is_found_where_it_stands(string table, string good, string bad, string code, string column, string message, int row)
    {
        using TempCase files = new();
        string file = $"tables/{table}.csv";
        string value = bad.Split(',').Except(good.Split(',')).LastOrDefault(string.Empty);

        string[] findings = files.Replace(file, good, bad).Findings().Where(finding => finding.StartsWith($"Error {code} ", StringComparison.Ordinal)).ToArray();

        value = bad.Contains('"', StringComparison.Ordinal) ? bad.Split('"')[1] : value;
        string shown = value.Length == 0 ? string.Empty : $" '{value}'";
        Assert.Contains($"Error {code} {file}:{row} {column}{shown}: {message}", findings);
    }

    [Fact]
    public void An_unquoted_decimal_comma_makes_a_cell_too_many()
    {
        using TempCase files = new();

        Assert.Equal(
            ["Error too-many-cells tables/leavers.csv:2 The row has 5 cells and the header 4. Maybe a number has a decimal comma, or a text with a comma is not in quotation marks."],
            files.Replace("tables/leavers.csv", "11,1,", "11,0,9,").Findings());
    }

    [Fact]
    public void A_short_row_and_a_row_with_an_open_quotation_mark_are_refused()
    {
        using TempCase files = new();

        Assert.Equal(
        [
            "Error too-few-cells tables/leavers.csv:3 The row has 2 cells and the header 4.",
            "Error bad-quotes tables/leavers.csv:4 A quotation mark stands inside a cell without being doubled, or a quoted cell has no end.",
        ], files.Append("tables/leavers.csv", "12,1\n13,1,\"made up,2025-01\n").Findings());
    }

    [Theory]
    [InlineData("tables/areas.csv", "south,Another,440000,112000,made up,2025-01\n", "4 area_id 'south': The row repeats line 3.")]
    [InlineData("tables/leavers.csv", "11,0.5,made up,2025-01\n", "3 year_group reason '11 ': The row repeats line 2.")]
    [InlineData("tables/stock.csv", "north,asd,special,male,5,oak-special,1,made up\n", "5 area_id need level sex year_group provision_id 'north ASD special male 5 oak-special': The row repeats line 2.")]
    [InlineData("tables/prices.csv", "fee,inmss,2025-26,1,made up,2025-01\n", "20 item applies_to financial_year 'fee inmss 2025-26': The row repeats line 14.")]
    public void Two_rows_of_the_same_key_are_refused(string file, string row, string expected)
    {
        using TempCase files = new();

        Assert.Contains($"Error duplicate-key {file}:{expected}", files.Append(file, row).Findings());
    }

    [Fact]
    public void A_hundred_alike_findings_are_listed_and_the_rest_counted()
    {
        using TempCase files = new();
        string rows = string.Concat(Enumerable.Range(0, 150).Select(number => $"north,ASD,special,male,5,oak-special,{number}.5,made up\n"));

        string[] findings = files.Append("tables/stock.csv", rows).Findings();

        Assert.Equal(101, findings.Length);
        Assert.Equal("Error more-of-the-same tables/stock.csv pupils: 50 more rows have the finding 'fractional-number'.", findings[^1]);
    }
}
