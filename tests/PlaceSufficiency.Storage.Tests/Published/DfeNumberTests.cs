using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Storage.Published;

namespace PlaceSufficiency.Storage.Tests.Published;

public class DfeNumberTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData(" 1826 ", 1826)]
    [InlineData("1,826", 1826)]
    public void A_count_is_read(string text, int count) => Assert.Equal(count, DfeNumber.Read(text, "caseload.csv", 2, "ehcplans"));

    [Theory]
    [InlineData("x")]
    [InlineData("z")]
    [InlineData("c")]
    [InlineData("-")]
    [InlineData("")]
    public void A_symbol_is_no_count(string text) => Assert.Null(DfeNumber.Read(text, "caseload.csv", 2, "ehcplans"));

    [Theory]
    [InlineData("-4")]
    [InlineData("3.5")]
    [InlineData("many")]
    [InlineData("low")]
    public void Anything_else_is_refused_with_its_place(string text)
    {
        FindingsException refused = Assert.Throws<FindingsException>(() => DfeNumber.Read(text, "caseload.csv", 7, "ehcplans"));

        Finding finding = Assert.Single(refused.Findings);
        Assert.Equal(("published-number", "caseload.csv", 7, "ehcplans", text), (finding.Code, finding.File, finding.Row, finding.Key, finding.Value));
    }
}
