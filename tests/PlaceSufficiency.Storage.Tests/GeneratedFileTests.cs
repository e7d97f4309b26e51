using PlaceSufficiency.Storage.Tables;
using PlaceSufficiency.Storage.Yaml;

namespace PlaceSufficiency.Storage.Tests;

/// <summary>
/// The data dictionary and the JSON Schemas are made from the reader's own declarations. To write them anew:
/// <c>PLACE_SUFFICIENCY_REGENERATE=1 dotnet test --project tests/PlaceSufficiency.Storage.Tests</c>.
/// </summary>
public class GeneratedFileTests
{
    [Fact]
    public void The_committed_data_dictionary_is_what_the_reader_checks() => AssertCurrent("data-dictionary.csv", DataDictionary.Text);

    [Fact]
    public void The_committed_schema_is_what_the_binder_accepts() => AssertCurrent("scenario.schema.json", ScenarioSchema.Text);

    [Fact]
    public void The_committed_schema_of_batches_is_what_the_binder_accepts() => AssertCurrent("batch.schema.json", ScenarioSchema.OfBatches);

    private static void AssertCurrent(string name, string expected)
    {
        string file = Path.Combine(Repository.Scenarios, name);
        if (Environment.GetEnvironmentVariable("PLACE_SUFFICIENCY_REGENERATE") == "1")
        {
            File.WriteAllText(file, expected);
        }

        Assert.Equal(expected, File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "(no file)");
    }
}
