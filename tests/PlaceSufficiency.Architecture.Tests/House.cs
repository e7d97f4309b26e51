namespace PlaceSufficiency.Architecture.Tests;

/// <summary>One src project: what it may see, and which packages it alone may touch.</summary>
public sealed record HouseProject(string Name, string AssemblyName, string[] MaySee, string[] MayTouch)
{
    public string Folder => Path.Combine(House.Root, "src", $"PlaceSufficiency.{Name}");

    public string ProjectFile => Path.Combine(Folder, $"PlaceSufficiency.{Name}.csproj");

    public CompiledAssembly Compiled => CompiledAssembly.Read(AssemblyName);

    public override string ToString() => Name;
}

/// <summary>The table of projects, as the repository's layout promises it.</summary>
public static class House
{
    /// <summary>Packages whose types any src project may use.</summary>
    public static readonly string[] PackagesForAll = ["NodaTime"];

    public static readonly HouseProject[] Projects =
    [
        Project("Domain", [], []),
        Project("Forecasting", ["Domain"], []),
        Project("Allocation", ["Domain"], ["Google.OrTools", "Google.Protobuf"]),
        Project("Scenarios", ["Domain", "Forecasting", "Allocation"], []),
        Project("Reporting", ["Domain", "Scenarios"], ["MiniExcel", "NetTopologySuite"]),
        Project(
            "Storage",
            ["Domain", "Scenarios"],
            ["CsvHelper", "Dapper", "dbup-postgresql", "DuckDB.NET.Data.Full", "Hangfire.AspNetCore", "Hangfire.Core", "Hangfire.PostgreSql", "Npgsql", "Npgsql.NodaTime", "YamlDotNet"]),
        new("Cli", "place-sufficiency", ["Domain", "Forecasting", "Allocation", "Scenarios", "Reporting", "Storage"],
            ["Spectre.Console", "System.CommandLine"]),
    ];

    /// <summary>Assemblies a package brings under names other than its own.</summary>
    public static readonly Dictionary<string, string[]> AssembliesOfPackage = new()
    {
        ["dbup-postgresql"] = ["dbup-postgresql", "dbup-core"],
        ["Hangfire.AspNetCore"] =
        [
            "Hangfire.AspNetCore", "Hangfire.NetCore",
            "Microsoft.AspNetCore", "Microsoft.AspNetCore.Antiforgery", "Microsoft.AspNetCore.DataProtection", "Microsoft.AspNetCore.Hosting.Abstractions", "Microsoft.AspNetCore.Http.Abstractions",
            "Microsoft.AspNetCore.Http.Features", "Microsoft.AspNetCore.Routing", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Server.Kestrel.Core",
            "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging", "Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.Hosting.Abstractions",
            "Microsoft.Extensions.Features", "Microsoft.Extensions.Primitives",
        ],
        ["DuckDB.NET.Data.Full"] = ["DuckDB.NET.Data", "DuckDB.NET.Bindings"],
        ["Spectre.Console"] = ["Spectre.Console", "Spectre.Console.Ansi"],
    };

    /// <summary>Projects that take time, randomness and data as arguments and touch nothing outside.</summary>
    public static readonly string[] PureProjects = ["Domain", "Forecasting", "Allocation"];

    public static readonly string[] AllowedAtRoot =
    [
        "src", "tests", "benchmarks", "scenarios", "PlaceSufficiency.sln", "README.md", "LICENSE",
        "Directory.Build.props", "Directory.Packages.props", "global.json", "BannedSymbols.txt", "CHANGELOG.md",
        ".editorconfig", ".gitignore", ".gitattributes", ".ci", ".git",
    ];

    /// <summary>Folders that builds, runs and editors leave behind; all of them are ignored by git.</summary>
    public static readonly string[] LeftBehind =
        ["artifacts", "results", "TestResults", "BenchmarkDotNet.Artifacts", ".vs", ".vscode", ".idea", ".DS_Store"];

    public static readonly string Root = FindRoot();

    public static HouseProject Named(string name) => Projects.Single(project => project.Name == name);

    public static IEnumerable<string> SourceFiles() =>
        Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal);

    private static HouseProject Project(string name, string[] maySee, string[] mayTouch) =>
        new(name, $"PlaceSufficiency.{name}", maySee, mayTouch);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PlaceSufficiency.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds PlaceSufficiency.sln.");
    }
}
