using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Records;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Cases;

namespace PlaceSufficiency.Storage.Records;

/// <summary>
/// Reads a SEN2 person-level extract: modules 1 (person), 2 (requests), 3 (assessment), 4 (named plan) and 5 (active plans, placement
/// detail, SEN need) under the column names of the DfE's guide. A child holds a plan in a January when it started on or before the
/// census day, the third Thursday, and has not ceased by then. Need and setting are those of rank 1 of the active plan.
/// </summary>
public static class Sen2Folder
{
    private const string Resourced = "resourced";
    private const string School = "school";

    /// <summary>Reads the folder.</summary>
    /// <param name="folder">Folder with the modules.</param>
    /// <param name="first">Academic year of the first January from which on the extract holds every plan, ceased ones too.</param>
    /// <param name="last">Academic year of the last January.</param>
    /// <param name="codes">Codes known: a school whose URN is among the settings has it as its setting, another has "school".</param>
    /// <param name="key">Key of the hashes that stand for ids while reading; any bytes, what is read does not depend on them.</param>
    /// <exception cref="FindingsException">A module is missing or malformed; holds everything that was found.</exception>
    public static RecordReading Read(string folder, AcademicYear first, AcademicYear last, RecordCodes codes, byte[] key)
    {
        FindingList findings = new();
        if (last <= first)
        {
            findings.Add(Finding.Error("sen2-years", $"The last January must be later than that of {first}.", folder, value: last.ToString()));
            findings.ThrowIfErrors();
        }

        Sen2Modules modules = new(folder, key, findings);
        findings.ThrowIfErrors();
        Dictionary<string, string> needs = FirstRanks(modules.Needs, modules.ActivePlans, "sentyperank", row => row["sentype"].ToUpperInvariant());
        Dictionary<string, string> settings = FirstRanks(modules.Placements, modules.ActivePlans, "placementrank", row => SettingOf(row, codes));
        Use(modules);
        List<PlanYear> rows = [];
        foreach (Sen2Row plan in modules.NamedPlans.Rows)
        {
            if (PlanOf(plan, modules) is not { } held)
            {
                continue;
            }

            string request = modules.Assessments.Of(plan)!.Parent!;
            rows.AddRange(YearsOf(held, needs.GetValueOrDefault(request, RecordCodes.Unknown), settings.GetValueOrDefault(request, RecordCodes.Unknown), first, last));
        }

        return new RecordReading(
            new PlanRecords(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), [.. rows.OrderBy(row => row.Year)], ImmutableSortedDictionary<(AcademicYear, YearGroup), int>.Empty, [.. modules.Reconciliations]),
            [.. findings.Ordered(), .. Aside(modules.Reconciliations)]);
    }

    /// <summary>Day of the census in the January of an academic year: its third Thursday.</summary>
    internal static LocalDate CensusDay(AcademicYear year)
    {
        LocalDate first = new(year.CensusYear, 1, 1);
        return first.PlusDays((((int)IsoDayOfWeek.Thursday - (int)first.DayOfWeek + 7) % 7) + 14);
    }

    private sealed record HeldPlan(LocalDate Born, Sex? Sex, LocalDate Start, LocalDate? Ceased, LeavingReason Reason);

    private static HeldPlan? PlanOf(Sen2Row plan, Sen2Modules modules)
    {
        Sen2Row? person = modules.Persons.Of(modules.Requests.Of(modules.Assessments.Of(plan)));
        if (person is null)
        {
            modules.NamedPlans.Sorting.SetAside("no person, request or assessment of the row");
            return null;
        }

        if (Date(person["personbirthdate"]) is not { } born || Date(plan["startdate"]) is not { } start)
        {
            modules.NamedPlans.Sorting.SetAside("a date of birth or of start that is no date");
            return null;
        }

        bool open = plan["ceasedate"].Length == 0;
        LocalDate? ceased = Date(plan["ceasedate"]);
        if (!open && (ceased is null || ceased < start))
        {
            modules.NamedPlans.Sorting.SetAside(ceased is null ? "a date of ceasing that is no date" : "a plan that ceases before it starts");
            return null;
        }

        modules.NamedPlans.Sorting.Use();
        return new HeldPlan(born, SexOf(person["sex"]), start, ceased, ReasonOf(plan["ceasereason"]));
    }

    private static IEnumerable<PlanYear> YearsOf(HeldPlan plan, string need, string setting, AcademicYear first, AcademicYear last)
    {
        for (AcademicYear year = first; year < last; year = year.Next)
        {
            (PlanState? before, PlanState? after) = (StateIn(year), StateIn(year.Next));
            if (before is not null || after is not null)
            {
                yield return new PlanYear(year, before, after, after is null ? plan.Reason : LeavingReason.Any);
            }
        }

        PlanState? StateIn(AcademicYear year)
        {
            LocalDate day = CensusDay(year);
            int age = Period.Between(plan.Born, new LocalDate(year.StartYear, 8, 31), PeriodUnits.Years).Years;
            return plan.Start <= day && (plan.Ceased is null || plan.Ceased > day) && age is >= 0 and <= 24
                ? new PlanState(YearGroup.OfAge(age), need, setting, plan.Sex)
                : null;
        }
    }

    /// <summary>What rank 1 of a module says, by request.</summary>
    private static Dictionary<string, string> FirstRanks(Sen2Module module, Sen2Module active, string rank, Func<Sen2Row, string> of)
    {
        Dictionary<string, string> first = [];
        foreach (Sen2Row row in module.Rows)
        {
            if (active.Of(row)?.Parent is not { } request)
            {
                module.Sorting.SetAside("no active plan of the row");
            }
            else if (row[rank] != "1")
            {
                module.Sorting.SetAside("not of rank 1");
            }
            else if (!first.TryAdd(request, of(row)))
            {
                module.Sorting.SetAside("a second one of rank 1");
            }
            else
            {
                module.Sorting.Use();
            }
        }

        return first;
    }

    private static void Use(Sen2Modules modules)
    {
        foreach (Sen2Module module in (Sen2Module[])[modules.Persons, modules.Requests, modules.Assessments, modules.ActivePlans])
        {
            for (int row = 0; row < module.Rows.Count; row++)
            {
                module.Sorting.Use();
            }
        }
    }

    private static string SettingOf(Sen2Row row, RecordCodes codes) =>
        IsTrue(row["senunitindicator"]) || IsTrue(row["resourcedprovisionindicator"]) ? Resourced
        : row["sensetting"].Length > 0 ? row["sensetting"].ToUpperInvariant()
        : codes.Settings.ContainsKey(row["urn"]) ? row["urn"] : School;

    private static bool IsTrue(string cell) => cell is "1" || string.Equals(cell, "true", StringComparison.OrdinalIgnoreCase);

    private static Sex? SexOf(string cell) => cell.ToUpperInvariant() switch
    {
        "F" or "FEMALE" or "2" => Sex.Female,
        "M" or "MALE" or "1" => Sex.Male,
        _ => null,
    };

    /// <summary>The reasons of module 4, grouped.</summary>
    private static LeavingReason ReasonOf(string cell) => cell switch
    {
        "1" => LeavingReason.MaximumAge,
        "2" or "6" => LeavingReason.NeedsMet,
        "3" or "4" => LeavingReason.PhaseEnd,
        "5" or "7" => LeavingReason.MovedOut,
        "8" or "9" => LeavingReason.Other,
        _ => LeavingReason.Any,
    };

    private static LocalDate? Date(string cell)
    {
        foreach (string pattern in (string[])["uuuu'-'MM'-'dd", "dd'/'MM'/'uuuu"])
        {
            if (LocalDatePattern.CreateWithInvariantCulture(pattern).Parse(cell) is { Success: true } read)
            {
                return read.Value;
            }
        }

        return null;
    }

    private static IEnumerable<Finding> Aside(IEnumerable<RowReconciliation> files) =>
        from file in files
        from aside in file.SetAside
        where aside.Reason != "not of rank 1"
        select Finding.Warning("rows-set-aside", string.Create(CultureInfo.InvariantCulture, $"{aside.Rows} of {file.RowsRead} rows are set aside: {aside.Reason}."), file.File);
}
