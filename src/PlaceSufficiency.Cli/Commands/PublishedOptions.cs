using System.CommandLine;
using System.Globalization;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Published.Series;

namespace PlaceSufficiency.Cli.Commands;

/// <summary>Options of commands that read published tables, and what they come to.</summary>
internal sealed class PublishedOptions
{
    private readonly Option<string> _caseload = File("--caseload", "DfE file of plans by age each January, as downloaded (2022 or 2025 layout, .gz too).");
    private readonly Option<string?> _newPlans = File("--new-plans", "DfE file of new plans by age each calendar year; without it joining rates are taken from growth.")!;
    private readonly Option<string?> _ceased = File("--ceased", "DfE file of ceased plans by age each calendar year; tells what the figures leave unexplained.")!;

    /// <summary>The file of plans each January.</summary>
    internal Option<string> Caseload => _caseload;

    /// <summary>Adds the options to a command.</summary>
    internal void AddTo(Command command)
    {
        command.Add(_caseload);
        command.Add(_newPlans);
        command.Add(_ceased);
    }

    /// <summary>Reads the files that the command line names.</summary>
    internal SeriesReading Read(ParseResult parsed) =>
        PublishedSeriesReader.Read(parsed.GetRequiredValue(_caseload), parsed.GetValue(_newPlans), parsed.GetValue(_ceased));

    /// <summary>Option of a January.</summary>
    internal static Option<int?> January(string name, string description) => new(name) { Description = description, HelpName = "year" };

    /// <summary>A census year as the academic year it lies in.</summary>
    /// <exception cref="FindingsException">It is no year that can be.</exception>
    internal static AcademicYear OfCensus(string option, int year) => year is > 1990 and <= 2150
        ? AcademicYear.OfCensus(year)
        : throw new FindingsException([Finding.Error("forecast-year", "A January is given as its year, 2029 for example.", key: option, value: year.ToString(CultureInfo.InvariantCulture))]);

    private static Option<string> File(string name, string description) => new(name) { Description = description, HelpName = "file" };
}
