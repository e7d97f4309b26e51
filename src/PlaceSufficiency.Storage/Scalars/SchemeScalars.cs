using System.Collections.Immutable;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Storage.Scalars;

/// <summary>How cells write what is stated of capital schemes.</summary>
internal static class SchemeScalars
{
    /// <summary>Who decides on a scheme.</summary>
    public static ScalarType<SchemeStatus> Status { get; } = FieldScalars.Enumeration<SchemeStatus>("status of a scheme", "status", []);

    /// <summary>How capital counts.</summary>
    public static ScalarType<CapitalBasis> CapitalBasis { get; } = FieldScalars.Enumeration<CapitalBasis>("capital basis", "capital-basis", []);

    /// <summary>"green-lane;vermont".</summary>
    public static ScalarType<ImmutableArray<SchemeId>> Schemes { get; } = List("list of scheme ids", FieldScalars.SchemeId);

    /// <summary>"bases;north".</summary>
    public static ScalarType<ImmutableArray<string>> Groups { get; } = List("list of group names", FieldScalars.Text);

    /// <summary>"green-lane;vermont+2": vermont at least two years before.</summary>
    public static ScalarType<ImmutableArray<Prerequisite>> Prerequisites { get; } = List("list of scheme ids, each with years after '+' or without", new ScalarType<Prerequisite>("scheme id, with years after '+' or without", Prerequisite)
    {
        Write = prerequisite => prerequisite.YearsLater == 0 ? prerequisite.Scheme.Value : $"{prerequisite.Scheme}+{prerequisite.YearsLater}",
    });

    /// <summary>Places by year group, ';' between.</summary>
    public static ScalarType<ImmutableArray<(YearGroup Group, int Places)>> YearGroups { get; } = List("list of year groups, each with its places after ':'", new ScalarType<(YearGroup Group, int Places)>("year group, with places after ':'", GroupPlaces)
    {
        Write = of => $"{of.Group}:{of.Places}",
    });

    private static Reading<(YearGroup Group, int Places)> GroupPlaces(string text)
    {
        string[] parts = text.Split(':', 2, StringSplitOptions.TrimEntries);
        if (parts.Length != 2)
        {
            return new Problem("year-group-without-places", "Each year group is written with its places, as in 7:8;8:8.");
        }

        Reading<YearGroup> group = FieldScalars.YearGroup.Read(parts[0]);
        Reading<int> places = Numbers.Whole(0, 10_000).Read(parts[1]);
        return (group.Problem ?? places.Problem) is { } problem ? problem : (group.Value, places.Value);
    }

    private static Reading<Prerequisite> Prerequisite(string text)
    {
        string[] parts = text.Split('+', 2, StringSplitOptions.TrimEntries);
        Reading<SchemeId> scheme = FieldScalars.SchemeId.Read(parts[0]);
        Reading<int> years = parts.Length == 1 ? 0 : Numbers.Whole(0, 30).Read(parts[1]);
        return (scheme.Problem ?? years.Problem) is { } problem ? problem : new Prerequisite(scheme.Value, years.Value);
    }

    private static ScalarType<ImmutableArray<T>> List<T>(string name, ScalarType<T> member)
        where T : notnull => new(name, text =>
    {
        Reading<T>[] parts = [.. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(member.Read)];
        return parts.Select(part => part.Problem).FirstOrDefault(problem => problem is not null) is { } problem
            ? problem
            : new Reading<ImmutableArray<T>>([.. parts.Select(part => part.Value)], null);
    })
        {
            Write = list => string.Join(';', list.Select(member.Write)),
        };
}
