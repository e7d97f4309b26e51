using PlaceSufficiency.Domain.Findings;

namespace PlaceSufficiency.Domain.Tests.Findings;

public class NearMissTests
{
    [Theory]
    [InlineData("ASDD", "ASD")]
    [InlineData("asd", "ASD")]
    [InlineData("SMEH", null)]
    [InlineData("SEM", "SEMH")]
    [InlineData("Resourced_Provision", "resourced-provision")]
    [InlineData(" special school", "special-school")]
    [InlineData("specal-skool", "special-school")]
    [InlineData("spcl-scol", null)]
    [InlineData("xyz", null)]
    public void The_nearest_word_within_a_third_of_the_length_is_found(string word, string? near) =>
        Assert.Equal(near, NearMiss.Of(word, ["ASD", "SEMH", "special-school", "resourced-provision"]));

    [Fact]
    public void Three_edits_are_the_most_however_long_the_word()
    {
        Assert.Equal("abcdefghijklmnopqrst", NearMiss.Of("abcdefghijklmnopq", ["abcdefghijklmnopqrst"]));
        Assert.Null(NearMiss.Of("abcdefghijklmnop", ["abcdefghijklmnopqrst"]));
    }

    [Fact]
    public void The_nearer_word_wins_and_ties_go_to_the_first()
    {
        Assert.Equal("places", NearMiss.Of("place", ["pla", "places"]));
        Assert.Equal("HI", NearMiss.Of("XI", ["HI", "VI"]));
        Assert.Null(NearMiss.Of("XI", []));
    }

    [Fact]
    public void The_sentence_quotes_the_word()
    {
        Assert.Equal("'ASD' was meant.", NearMiss.Sentence("ASDD", ["ASD"]));
        Assert.Null(NearMiss.Sentence("xyz", ["ASD"]));
    }
}
