namespace PlaceSufficiency.Architecture.Tests;

public class LayoutTests
{
    private const int MostLines = 300;

    [Fact]
    public void No_source_file_is_longer_than_300_lines()
    {
        var tooLong = House.SourceFiles()
            .Select(file => (Path: Path.GetRelativePath(House.Root, file), Lines: File.ReadLines(file).Count()))
            .Where(file => file.Lines > MostLines)
            .Select(file => $"{file.Path}: {file.Lines} lines");

        Assert.Empty(tooLong);
    }

    [Fact]
    public void Nothing_stands_at_the_root_but_what_the_layout_names()
    {
        var strangers = Directory.EnumerateFileSystemEntries(House.Root)
            .Select(entry => Path.GetFileName(entry)!)
            .Except([.. House.AllowedAtRoot, .. House.LeftBehind]);

        Assert.Empty(strangers);
    }

    [Fact]
    public void Every_src_project_has_tests_of_the_same_name()
    {
        var untested = House.Projects
            .Select(project => $"PlaceSufficiency.{project.Name}.Tests")
            .Where(tests => !File.Exists(Path.Combine(House.Root, "tests", tests, $"{tests}.csproj")));

        Assert.Empty(untested);
    }
}
