using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>
/// How evenly plans are spread over mainstream schools: how many of them have nobody with a plan, how far apart schools are in pupils with
/// plans for each 100 places that the case states for them, and how many of all pupils the fullest tenth of the schools has.
/// </summary>
public static class EvennessTable
{
    private static readonly ProvisionKind[] _mainstream = [ProvisionKind.Mainstream, ProvisionKind.MainstreamPlus];

    /// <summary>The table, a line a year; a quartile is by nearest rank. Years without an open mainstream school are left out.</summary>
    public static ReportTable Of(PlanningCase planningCase, PlanFigures figures) =>
        new TableOf<(AcademicYear Year, ProvisionYear[] Schools)>(
                "evenness", "Evenness of plans across mainstream schools",
                "Schools stand in the order of their pupils with plans for each 100 places that the case states for such pupils: a quarter of the schools have no more than the lower quartile, and a quarter at least the upper one.")
            .YearWords(row => row.Year)
            .With("schools", "Schools", Unit.AsStated, row => new CountCell(row.Schools.Length))
            .With("without", "Schools with nobody with a plan", Unit.AsStated, row => new CountCell(row.Schools.Count(school => school.Pupils == 0)))
            .With("lower_quartile", "Lower quartile, in 100 places", Unit.Pupils, row => Quartile(row.Schools, 1))
            .With("median", "Median, in 100 places", Unit.Pupils, row => Quartile(row.Schools, 2))
            .With("upper_quartile", "Upper quartile, in 100 places", Unit.Pupils, row => Quartile(row.Schools, 3))
            .With("fullest_tenth", "Pupils in the fullest tenth of schools", Unit.Percent, row => ShareOfFullestTenth(row.Schools))
            .Of(figures.Provisions
                .Where(row => row.Places > 0 && _mainstream.Contains(planningCase.Provision(row.Provision).Kind))
                .GroupBy(row => row.Year).OrderBy(group => group.Key)
                .Select(group => (group.Key, group.OrderBy(Share).ThenBy(school => school.Provision).ToArray())));

    private static decimal Share(ProvisionYear school) => 100m * school.Pupils / school.Places;

    private static NumberCell Quartile(ProvisionYear[] schools, int quarter) => new(Share(schools[((quarter * schools.Length) + 3) / 4 - 1]), 0);

    private static Cell ShareOfFullestTenth(ProvisionYear[] schools)
    {
        int all = schools.Sum(school => school.Pupils);
        int tenth = (schools.Length + 9) / 10;
        return all == 0 ? Cell.Nothing : new NumberCell(100m * schools.OrderByDescending(school => school.Pupils).Take(tenth).Sum(school => school.Pupils) / all, 0);
    }
}
