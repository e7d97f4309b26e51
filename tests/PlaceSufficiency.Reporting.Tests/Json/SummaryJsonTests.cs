using System.Text.Json;
using PlaceSufficiency.Reporting.Json;

namespace PlaceSufficiency.Reporting.Tests.Json;

public class SummaryJsonTests
{
    private static readonly JsonElement _summary = JsonDocument.Parse(SummaryJson.Of(TinyReport.Report)).RootElement;

    [Fact]
    public void The_head_names_the_scenario_and_answers_its_question()
    {
        Assert.Equal(1, _summary.GetProperty("schemaVersion").GetInt32());
        Assert.Equal("Tiny world", _summary.GetProperty("scenario").GetString());
        Assert.Equal("Are ten places enough?", _summary.GetProperty("question").GetString());
        Assert.Equal("Not enough: 1 pupil has no suitable place in 2021/22.", _summary.GetProperty("answer").GetString());
        Assert.Equal("abc123", _summary.GetProperty("fingerprint").GetString());
        Assert.True(_summary.GetProperty("audit").GetProperty("passed").GetBoolean());
    }

    [Fact]
    public void A_year_is_one_object()
    {
        Assert.Equal(
            """
            {"year":"2021/22","planned":true,"stock":12,"joiners":3,"leavers":1,"placed":11,"unplaced":1,"overNumber":2,"inmss":2,"inmssGirls":1,
            "inmssSpendPounds":120000,"specialPlaces":7,"specialPupils":8,"medianTravelMinutes":10.5,"ninetiethPercentileTravelMinutes":20,
            "over45Minutes":1,"over75Minutes":0,"pupilsByKind":{"resourced-provision":3,"special-school":8}}
            """.ReplaceLineEndings(""),
            JsonSerializer.Serialize(_summary.GetProperty("years")[1]));
    }

    [Theory]
    [InlineData("tiers", 1, """{"tier":"cost","unit":"pounds","value":106500.5,"bound":106490,"gapPercent":0.009859}""")]
    [InlineData("balances", 2, """{"year":"2021/22","phase":"secondary","needGroup":"SEMH","demand":1,"placed":0,"inmss":0,"elsewhere":0,"unplaced":1,"lowerLevel":0,"empty":0,"places":0,"balance":-1}""")]
    [InlineData("unplaced", 0, """{"year":"2021/22","phase":"secondary","need":"SEMH","cause":"full","pupils":1}""")]
    [InlineData("provisions", 2, """{"year":"2021/22","provision":"hilltop-special","places":7,"imports":1,"pupils":8,"overNumber":2,"empty":0}""")]
    [InlineData("budget", 2, """{"financialYear":"2021-22","line":"capital","item":"capital","kind":"special-school","pounds":1000000}""")]
    [InlineData("schemes", 1, """{"scheme":"annexe","name":"Annexe","provision":"riverside-base","opens":null,"decidedBy":null,"finalPlaces":6,"capitalPounds":250000}""")]
    public void Each_list_holds_plain_objects(string key, int position, string expected) =>
        Assert.Equal(expected, JsonSerializer.Serialize(_summary.GetProperty(key)[position]));

    [Fact]
    public void Every_key_is_documented_beside_the_code()
    {
        string readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "summary-json-readme.md"));

        Assert.All(Keys(_summary).Distinct(), key => Assert.Matches($"`([a-z]+\\.)?{key}(\\[\\])?`", readme));
    }

    [Fact]
    public void The_same_report_gives_the_same_bytes_and_no_carriage_return()
    {
        string text = SummaryJson.Of(TinyReport.Report);

        Assert.Equal(text, SummaryJson.Of(TinyReport.Report));
        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Keys(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => property.Name is "pupilsByKind" ? [property.Name] : Keys(property.Value).Prepend(property.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Keys),
        _ => [],
    };
}
