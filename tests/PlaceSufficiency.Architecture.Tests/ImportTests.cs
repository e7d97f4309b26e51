using System.Xml.Linq;

namespace PlaceSufficiency.Architecture.Tests;

public class ImportTests
{
    private static readonly string _frameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    public static TheoryData<HouseProject> Projects => [.. House.Projects];

    public static TheoryData<string> PureProjects => [.. House.PureProjects];

    [Theory, MemberData(nameof(Projects))]
    public void A_project_file_names_only_the_projects_it_may_see(HouseProject project)
    {
        var named = Items(project, "ProjectReference").Select(item => Path.GetFileNameWithoutExtension(Included(item).Replace('\\', '/')));

        var allowed = project.MaySee.Select(name => $"PlaceSufficiency.{name}");
        Assert.Empty(named.Except(allowed));
    }

    [Theory, MemberData(nameof(Projects))]
    public void A_project_file_names_only_its_own_packages_and_hides_them_from_others(HouseProject project)
    {
        var packages = Items(project, "PackageReference").ToList();

        Assert.Empty(packages.Select(Included).Except([.. project.MayTouch, .. House.PackagesForAll]));
        var leaking = packages
            .Where(item => project.MayTouch.Contains(Included(item)))
            .Where(item => !PrivateAssets(item).Intersect(["compile", "all"]).Any())
            .Select(Included);
        Assert.Empty(leaking);
    }

    [Theory, MemberData(nameof(Projects))]
    public void An_assembly_uses_only_the_projects_and_packages_it_may(HouseProject project)
    {
        var allowed = project.MaySee.Select(name => House.Named(name).AssemblyName)
            .Concat(House.PackagesForAll)
            .Concat(project.MayTouch.SelectMany(package => House.AssembliesOfPackage.GetValueOrDefault(package, [package])));

        var used = project.Compiled.References.Where(reference => !IsFramework(reference));
        Assert.Empty(used.Except(allowed));
    }

    [Fact]
    public void No_package_belongs_to_two_projects()
    {
        var shared = House.Projects.SelectMany(project => project.MayTouch).CountBy(package => package)
            .Where(count => count.Value > 1).Select(count => count.Key);

        Assert.Empty(shared);
    }

    [Fact]
    public void Every_folder_of_src_is_a_project_of_the_house()
    {
        var folders = Directory.EnumerateDirectories(Path.Combine(House.Root, "src")).Order(StringComparer.Ordinal);

        Assert.Equal(House.Projects.Select(project => project.Folder).Order(StringComparer.Ordinal), folders);
    }

    [Theory, MemberData(nameof(PureProjects))]
    public void A_pure_project_touches_no_file_database_console_network_or_clock(string project)
    {
        var outside = House.Named(project).Compiled.TypesUsed.Where(TouchesTheOutside);

        Assert.Empty(outside);
    }

    private static bool TouchesTheOutside(TypeName type) => type switch
    {
        { Namespace: "System", Name: "Console" } => true,
        { Namespace: "System.IO", Name: "File" or "FileInfo" or "Directory" or "DirectoryInfo" or "FileStream" or "FileSystemInfo" or "DriveInfo" or "FileSystemWatcher" or "RandomAccess" } => true,
        { Namespace: "System.Diagnostics", Name: "Stopwatch" or "Process" } => true,
        { Namespace: "NodaTime", Name: "SystemClock" } => true,
        _ => type.Namespace.StartsWith("System.Data", StringComparison.Ordinal) || type.Namespace.StartsWith("System.Net", StringComparison.Ordinal),
    };

    private static bool IsFramework(string assembly) => File.Exists(Path.Combine(_frameworkFolder, $"{assembly}.dll"));

    private static IEnumerable<XElement> Items(HouseProject project, string kind) =>
        XDocument.Load(project.ProjectFile).Descendants(kind);

    private static string Included(XElement item) => item.Attribute("Include")!.Value;

    private static IEnumerable<string> PrivateAssets(XElement item) =>
        ((string?)item.Attribute("PrivateAssets") ?? (string?)item.Element("PrivateAssets") ?? "")
            .Split(';', StringSplitOptions.TrimEntries);
}
