using System.CommandLine;
using PlaceSufficiency.Cli.Explanations;
using PlaceSufficiency.Cli.Terminal;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Scenarios.Changes;

namespace PlaceSufficiency.Cli.Commands;

/// <summary><c>explain</c>: why a finished plan is as it is, and what would change it.</summary>
internal static class ExplainCommand
{
    /// <summary>The command.</summary>
    internal static Command Of(Screen screen)
    {
        Argument<string> run = new("run") { Description = "Folder of a finished run, or a scenario file whose results exist." };
        Option<string> results = Arguments.Out();
        Option<string?> need = new("--need") { Description = "Only pupils of this primary need: SEMH, for example.", HelpName = "need" };
        need.AcceptOnlyFromAmong(Enum.GetNames<PrimaryNeed>());
        Option<string?> level = new("--level") { Description = "Only pupils whose plan calls for this level.", HelpName = "level" };
        level.AcceptOnlyFromAmong([.. Enum.GetValues<ProvisionLevel>().Select(Spelling.Of)]);
        Option<int?> yearGroup = new("--year-group") { Description = "Only pupils of this national curriculum year group, -4 to 20.", HelpName = "year group" };
        Option<string?> year = new("--year") { Description = "Only this academic year: 2027/28, or 2027.", HelpName = "year" };
        Option<int> verify = Count("--verify", "How many of the largest shortfalls to find the smallest change for; each takes some dozens of solves.", 1);
        Option<int> places = Count("--places", "How many prices of places to check by solving again with one more.", 3);
        Option<bool> pupils = new("--pupils") { Description = "Why the pupils asked for are where they are and not nearer." };
        Option<bool> schemes = new("--schemes") { Description = "What is lost when each scheme is dropped, a year late, or smaller." };
        Option<int> shrink = new("--shrink") { Description = "By how many hundredths a scheme shrinks.", DefaultValueFactory = _ => 25, HelpName = "percent" };
        shrink.Validators.Add(result => Within(result, 1, 99));
        Option<bool> alternatives = new("--alternatives") { Description = "Other choices of candidate schemes that are nearly as good and differ most." };
        Option<decimal> within = new("--within") { Description = "How far from the plan's value an alternative may be, in hundredths.", DefaultValueFactory = _ => 2, HelpName = "percent" };
        Option<int> most = Count("--most", "How many alternatives to solve at most.", 24);
        Option<int> threads = Arguments.Threads();
        Command command = new("explain", "Say why a plan leaves pupils without a place and what would end that, what places and schemes are worth, and why pupils are not nearer home.")
        {
            run, results, need, level, yearGroup, year, verify, places, pupils, schemes, shrink, alternatives, within, most, threads,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(ExplainRun.Of(
            screen,
            parsed.GetRequiredValue(run),
            parsed.GetRequiredValue(results),
            new ExplainAsk(
                parsed.GetValue(need) is { } of ? Enum.Parse<PrimaryNeed>(of) : null,
                parsed.GetValue(level) is { } at ? Enum.GetValues<ProvisionLevel>().First(each => Spelling.Of(each) == at) : null,
                parsed.GetValue(yearGroup),
                YearOf(parsed.GetValue(year)),
                parsed.GetRequiredValue(verify),
                parsed.GetRequiredValue(places),
                parsed.GetValue(pupils),
                parsed.GetValue(schemes) ? parsed.GetRequiredValue(shrink) / 100m : null,
                parsed.GetValue(alternatives) ? parsed.GetRequiredValue(within) / 100 : null,
                parsed.GetRequiredValue(most),
                parsed.GetRequiredValue(threads)),
            cancellation)));
        year.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: { } text }] && YearOf(text) is null)
            {
                result.AddError($"{text} is no academic year: write 2027/28, or 2027.");
            }
        });
        return command;
    }

    private static AcademicYear? YearOf(string? text) =>
        AcademicYear.TryParseOrStart(text, out AcademicYear year) ? year : null;

    private static Option<int> Count(string name, string description, int usual)
    {
        Option<int> option = new(name) { Description = description, DefaultValueFactory = _ => usual, HelpName = "number" };
        option.Validators.Add(result => Within(result, 0, 1000));
        return option;
    }

    private static void Within(System.CommandLine.Parsing.OptionResult result, int least, int most)
    {
        if (result.Tokens is [{ Value: { } text }] && int.TryParse(text, out int number) && (number < least || number > most))
        {
            result.AddError($"{result.Option.Name} must be {least} to {most}.");
        }
    }
}
