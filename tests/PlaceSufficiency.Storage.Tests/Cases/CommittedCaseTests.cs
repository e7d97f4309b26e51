using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Storage.Cases;

namespace PlaceSufficiency.Storage.Tests.Cases;

public class CommittedCaseTests
{
    public static TheoryData<string> ScenarioFiles =>
    [
        .. Directory.EnumerateDirectories(Repository.Scenarios).Order(StringComparer.Ordinal)
            .SelectMany(CaseReader.ScenarioFilesIn).Select(file => Path.GetRelativePath(Repository.Scenarios, file)),
    ];

    [Theory, MemberData(nameof(ScenarioFiles))]
    public void Every_scenario_of_the_repository_can_be_read(string file)
    {
        LoadedCase loaded = CaseReader.Read(Path.Combine(Repository.Scenarios, file));

        Assert.NotEmpty(loaded.Case.Stock);
        Assert.All(loaded.Findings, finding => Assert.Equal(Severity.Warning, finding.Severity));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(Environment.NewLine, loaded.Findings));
    }
}
