using PlaceSufficiency.Domain.Findings;

namespace PlaceSufficiency.Domain.Tests.Findings;

public class FindingTests
{
    [Theory]
    [InlineData("stock.csv", 12, "need", "ASDD", "'ASD' was meant.", "stock.csv:12 need 'ASDD': Not a need. Maybe 'ASD' was meant.")]
    [InlineData("stock.csv", 12, "need", "ASDD", null, "stock.csv:12 need 'ASDD': Not a need.")]
    [InlineData("stock.csv", 12, "need", null, null, "stock.csv:12 need: Not a need.")]
    [InlineData("stock.csv", 12, null, "ASDD", null, "stock.csv:12 'ASDD': Not a need.")]
    [InlineData("stock.csv", 12, null, null, null, "stock.csv:12 Not a need.")]
    [InlineData("stock.csv", null, "need", null, null, "stock.csv need: Not a need.")]
    [InlineData(null, null, "need", "ASDD", null, "need 'ASDD': Not a need.")]
    [InlineData(null, 12, null, null, null, "Not a need.")]
    public void What_is_known_is_written_and_no_more(string? file, int? row, string? key, string? value, string? maybe, string written) =>
        Assert.Equal(written, Finding.Error("unknown-need", "Not a need.", file, row, key, value, maybe).ToString());

    [Fact]
    public void An_exception_tells_every_finding_in_a_line()
    {
        FindingsException thrown = new([Finding.Error("a", "First."), Finding.Warning("b", "Second.")]);

        Assert.Equal([Severity.Error, Severity.Warning], thrown.Findings.Select(finding => finding.Severity));
        Assert.Equal($"First.{Environment.NewLine}Second.", thrown.Message);
    }
}
