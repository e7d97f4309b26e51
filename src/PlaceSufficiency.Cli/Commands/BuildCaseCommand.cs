using System.CommandLine;
using PlaceSufficiency.Cli.BuildCase;
using PlaceSufficiency.Cli.Terminal;
using PlaceSufficiency.Domain.Published;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Cli.Commands;

/// <summary><c>build-case</c>: writes the demand tables of an authority's case from published tables.</summary>
internal static class BuildCaseCommand
{
    /// <summary>The command.</summary>
    internal static Command Of(Screen screen)
    {
        Argument<string> authority = new("authority") { Description = "Name or ONS code of the authority, as the published tables have it." };
        Option<string> published = Folder("--published", "Folder with the published tables: sen2/release-2022*, sen2/release-2025* and areas/.");
        Option<string> folder = Folder("--case", "Case folder; the demand tables in its tables/ are written, and replaced where they exist.");
        Option<AcademicYear> baseYear = new("--base-year")
        {
            Description = "Base year, 2018/19 to 2021/22.",
            HelpName = "year",
            DefaultValueFactory = _ => AcademicYear.StartingIn(2020),
            CustomParser = result =>
            {
                if (!AcademicYear.TryParse(result.Tokens[0].Value, out AcademicYear year))
                {
                    result.AddError($"'{result.Tokens[0].Value}' is not an academic year such as 2020/21.");
                }

                return year;
            },
        };
        Option<string[]> districts = new("--district") { Description = "A district of a county, by name or ONS code; once for each.", HelpName = "district" };
        Command command = new("build-case", "Write the demand tables of an authority's case from published tables.") { authority, published, folder, baseYear, districts };
        command.SetAction((parsed, _) => Task.FromResult(Build(
            screen,
            parsed.GetRequiredValue(authority),
            parsed.GetRequiredValue(baseYear),
            parsed.GetRequiredValue(published),
            parsed.GetRequiredValue(folder),
            parsed.GetValue(districts) ?? [])));
        return command;
    }

    private static int Build(Screen screen, string authority, AcademicYear baseYear, string published, string folder, string[] districts)
    {
        DemandTables demand = CaseTablesBuilder.Build(authority, baseYear, published, folder, districts);
        screen.Findings([.. demand.Notes.Select(note => (folder, note))], asResult: false);
        screen.Line($"{authority}, {baseYear}: {demand.Stock.Sum(cell => cell.Pupils):#,##0} pupils with a plan.");
        screen.Unbroken($"Written: areas, population, stock, joiners, leavers, levels, published and history in {Path.Combine(folder, "tables").Replace('\\', '/')}/");
        return ExitCode.Answered;
    }

    private static Option<string> Folder(string name, string description) => new(name) { Description = description, HelpName = "folder", Required = true };
}
