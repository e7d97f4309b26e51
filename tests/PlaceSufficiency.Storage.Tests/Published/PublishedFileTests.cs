using System.IO.Compression;
using System.Text;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Storage.Published;

namespace PlaceSufficiency.Storage.Tests.Published;

public sealed class PublishedFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("published");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_table_is_read_plain_or_gzipped_with_a_byte_order_mark(bool gzipped)
    {
        Put("plans.csv", "la_name,ehcplans\n\"Hampshire, County\",x\nSouthampton,1826\n", gzipped);

        PublishedRow[] rows = [.. PublishedFile.Rows(_folder.FullName, "plans.csv")];

        Assert.Equal(["Hampshire, County", "Southampton"], rows.Select(row => row["la_name"]));
        Assert.Equal([null, 1826], rows.Select(row => row.Count("ehcplans")));
        Assert.Equal([2, 3], rows.Select(row => row.Line));
    }

    [Fact]
    public void A_column_that_is_not_there_is_named_with_the_nearest()
    {
        Put("plans.csv", "la_name,ehcplans\nSouthampton,1\n", gzipped: false);
        PublishedRow row = PublishedFile.Rows(_folder.FullName, "plans.csv").Single();

        FindingsException refused = Assert.Throws<FindingsException>(() => row["ehc_plans"]);

        Assert.Equal("'ehcplans' was meant.", Assert.Single(refused.Findings).Maybe);
    }

    [Theory]
    [InlineData("", "published-empty")]
    [InlineData("la_name,ehcplans\nSouthampton\n", "published-row")]
    public void A_broken_table_is_refused(string text, string code)
    {
        Put("plans.csv", text, gzipped: false);

        FindingsException refused = Assert.Throws<FindingsException>(() => PublishedFile.Rows(_folder.FullName, "plans.csv").ToArray());

        Assert.Equal(code, Assert.Single(refused.Findings).Code);
    }

    [Fact]
    public void A_missing_table_is_an_error()
    {
        FindingsException refused = Assert.Throws<FindingsException>(() => PublishedFile.Rows(_folder.FullName, "plans.csv"));

        Assert.Equal("published-file", Assert.Single(refused.Findings).Code);
    }

    private void Put(string name, string text, bool gzipped)
    {
        using Stream file = File.Create(Path.Combine(_folder.FullName, gzipped ? name + ".gz" : name));
        using Stream stream = gzipped ? new GZipStream(file, CompressionMode.Compress) : file;
        stream.Write(text.Length == 0 ? [] : new UTF8Encoding(encoderShouldEmitUTF8Identifier: true).GetPreamble());
        stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
