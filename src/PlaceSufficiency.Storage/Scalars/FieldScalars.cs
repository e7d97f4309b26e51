using System.Text.RegularExpressions;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Published;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Scenarios.Batches;

namespace PlaceSufficiency.Storage.Scalars;

/// <summary>The words of the field as files write them.</summary>
internal static partial class FieldScalars
{
    /// <summary>Free text.</summary>
    public static ScalarType<string> Text { get; } = new("text", text => text);

    /// <summary>Id of a home area.</summary>
    public static ScalarType<PlanningAreaId> AreaId { get; } = Id("area id", text => new PlanningAreaId(text));

    /// <summary>Id of a provider.</summary>
    public static ScalarType<ProviderId> ProviderId { get; } = Id("provider id", text => new ProviderId(text));

    /// <summary>Id of a provision.</summary>
    public static ScalarType<ProvisionId> ProvisionId { get; } = Id("provision id", text => new ProvisionId(text));

    /// <summary>Id of a capital scheme.</summary>
    public static ScalarType<SchemeId> SchemeId { get; } = Id("scheme id", text => new SchemeId(text));

    /// <summary>"2021/22".</summary>
    public static ScalarType<AcademicYear> AcademicYear { get; } = new(
        "academic year",
        text => Domain.Time.AcademicYear.TryParse(text, out AcademicYear year) ? year : NotAYear(text, '/', "academic"),
        null,
        "^[0-9]{4}/[0-9]{2}([0-9]{2})?$");

    /// <summary>"2021-22".</summary>
    public static ScalarType<FinancialYear> FinancialYear { get; } = new(
        "financial year",
        text => Domain.Time.FinancialYear.TryParse(text, out FinancialYear year) ? year : NotAYear(text, '-', "financial"),
        null,
        "^[0-9]{4}-[0-9]{2}([0-9]{2})?$");

    /// <summary>-4 to 20.</summary>
    public static ScalarType<YearGroup> YearGroup { get; } = new(
        "year group from -4 to 20",
        text => Domain.Pupils.YearGroup.TryParse(text, out YearGroup yearGroup)
            ? yearGroup
            : new Problem("unknown-year-group", "A year group is a whole number from -4 (age 0) over 0 (Reception) to 20 (age 24).", YearGroupMeant(text)))
    {
        IsNumber = true,
        IsWhole = true,
    };

    /// <summary>A SEN2 code, whatever the case.</summary>
    public static ScalarType<PrimaryNeed> Need { get; } = Enumeration<PrimaryNeed>("need", "need", []);

    /// <summary>Kebab-case; the spellings of 2026 policy are accepted.</summary>
    public static ScalarType<ProvisionKind> Kind { get; } = Enumeration(
        "kind of provision",
        "kind",
        new Dictionary<string, ProvisionKind>
        {
            ["support-base"] = ProvisionKind.ResourcedProvision,
            ["specialist-base"] = ProvisionKind.ResourcedProvision,
            ["inclusion-base"] = ProvisionKind.ResourcedProvision,
        });

    /// <summary>Level of provision.</summary>
    public static ScalarType<ProvisionLevel> Level { get; } = Enumeration<ProvisionLevel>("level of provision", "level", []);

    /// <summary>Phase of education.</summary>
    public static ScalarType<Phase> Phase { get; } = Enumeration<Phase>("phase", "phase", []);

    /// <summary>Why plans end.</summary>
    public static ScalarType<LeavingReason> LeavingReason { get; } = Enumeration<LeavingReason>("reason to leave", "reason", []);

    /// <summary>A published class of placement.</summary>
    public static ScalarType<PublishedPlacement> Placement { get; } = Enumeration<PublishedPlacement>("published placement", "placement", []);

    /// <summary>Sex of pupils.</summary>
    public static ScalarType<Sex> Sex { get; } = Enumeration<Sex>("sex", "sex", []);

    /// <summary>Whom a provision admits.</summary>
    public static ScalarType<SexAdmitted> SexAdmitted { get; } = Enumeration<SexAdmitted>("sex admitted", "sex", []);

    /// <summary>What a price is for.</summary>
    public static ScalarType<PriceItem> PriceItem { get; } = Enumeration<PriceItem>("price item", "price-item", []);

    /// <summary>How much an archive keeps of a run.</summary>
    public static ScalarType<KeptResults> Keep { get; } = Enumeration<KeptResults>("level of results to keep", "keep", []);

    /// <summary>What the number who join follows.</summary>
    public static ScalarType<JoinersFollow> JoinersFollow { get; } = Enumeration<JoinersFollow>("what joiners follow", "follows", []);

    /// <summary>What paths do with stated totals.</summary>
    public static ScalarType<TotalsRole> TotalsRole { get; } = Enumeration<TotalsRole>("role of totals", "role", []);

    /// <summary>Kind of limit; "inmss-spend" and the like.</summary>
    public static ScalarType<LimitKind> Limit { get; } = Enumeration<LimitKind>("kind of limit", "limit", []);

    /// <summary>Mode of a limit.</summary>
    public static ScalarType<LimitMode> Mode { get; } = Enumeration<LimitMode>("mode of a limit", "limit-mode", []);

    /// <summary>Tier of the objective; "inmss-pupils" and the like.</summary>
    public static ScalarType<ObjectiveTier> Tier { get; } = Enumeration<ObjectiveTier>("tier of the objective", "tier", []);

    /// <summary>"ASD;SLCN" or "all".</summary>
    public static ScalarType<NeedSet> Needs { get; } = Set("list of needs or all", Need, NeedSet.All, needs => needs, needs => NeedSet.Of(needs));

    /// <summary>"special;highly-specialised" or "all".</summary>
    public static ScalarType<LevelSet> Levels { get; } = Set("list of levels of provision or all", Level, LevelSet.All, levels => levels, levels => LevelSet.Of(levels));

    /// <summary>"all", a kind of provision or a provision id; whether that provision exists is checked later.</summary>
    public static ScalarType<PriceScope> PriceScope { get; } = new("all, kind of provision or provision id", text =>
        string.Equals(text, "all", StringComparison.OrdinalIgnoreCase) ? Domain.Money.PriceScope.All
        : Kind.Read(text) is { Problem: null } kind ? Domain.Money.PriceScope.Of(kind.Value)
        : ProvisionId.Read(text).Then<PriceScope>(id => Domain.Money.PriceScope.Of(id)))
    {
        Write = scope => scope.Provision?.Value ?? (scope.Kind is { } kind ? Spelling.Of(kind) : "all"),
    };

    /// <summary>Exact pounds.</summary>
    public static ScalarType<Pounds> Pounds { get; } =
        new("pounds from 0", text => Numbers.Decimal(0).Read(text).Then<Pounds>(value => new Pounds(value)))
        {
            IsNumber = true,
            Write = pounds => pounds.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };

    /// <summary>A day, a month or a year: "2021-01-21", "2021-01", "2021".</summary>
    public static ScalarType<string> Date { get; } = new("ISO date (year, month or day)", text =>
        IsoDate().IsMatch(text) ? text : new Problem("bad-date", "A date is written as 2021-01-21, 2021-01 or 2021."));

    private static ScalarType<T> Id<T>(string name, Func<string, T> make)
        where T : notnull =>
        new(name, text => IdText().IsMatch(text) ? make(text) : new Problem("bad-id", "An id holds letters, digits, '-', '_' and '.' only."), null, "^[A-Za-z0-9][A-Za-z0-9_.-]*$");

    internal static ScalarType<T> Enumeration<T>(string name, string code, Dictionary<string, T> others)
        where T : struct, Enum
    {
        Dictionary<string, T> known = new(StringComparer.OrdinalIgnoreCase);
        foreach (T value in Enum.GetValues<T>())
        {
            known.Add(Spelling.Of(value), value);
        }

        foreach ((string spelling, T value) in others)
        {
            known.Add(spelling, value);
        }

        IReadOnlyList<string> spellings = Spelling.All<T>();
        return new(name, text => known.TryGetValue(text, out T value)
            ? value
            : new Problem($"unknown-{code}", $"Not a {name}; known are {string.Join(", ", spellings)}.", NearMiss.Sentence(text, known.Keys)),
            [.. known.Keys])
        {
            Write = Spelling.Of,
        };
    }

    private static ScalarType<TSet> Set<T, TSet>(string name, ScalarType<T> member, TSet all, Func<TSet, IEnumerable<T>> members, Func<IEnumerable<T>, TSet> make)
        where T : notnull
        where TSet : notnull =>
        new(name, text =>
        {
            if (string.Equals(text, "all", StringComparison.OrdinalIgnoreCase))
            {
                return all;
            }

            List<T> read = [];
            foreach (string part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                Reading<T> reading = member.Read(part);
                if (reading.Problem is { } problem)
                {
                    return problem with { Message = $"'{part}': {problem.Message}" };
                }

                read.Add(reading.Value);
            }

            return make(read);
        })
        {
            Write = set => set.Equals(all) ? "all" : string.Join(';', members(set).Select(member.Write)),
        };

    private static Problem NotAYear(string text, char separator, string name)
    {
        string example = $"2021{separator}22";
        char other = separator == '/' ? '-' : '/';
        string swapped = text.Replace(other, separator);
        bool isYear = int.TryParse(text, out int year) && year is >= 1990 and <= 2150;
        bool swappedIsYear = separator == '/'
            ? Domain.Time.AcademicYear.TryParse(swapped, out _)
            : Domain.Time.FinancialYear.TryParse(swapped, out _);
        string? maybe = isYear ? $"'{year}{separator}{(year + 1) % 100:00}' was meant."
            : swappedIsYear ? $"'{swapped}' was meant."
            : null;
        string article = name[0] == 'a' ? "An" : "A";
        return new Problem("bad-year", $"{article} {name} year is written as {example}.", maybe);
    }

    private static string? YearGroupMeant(string text) => text.Trim().ToUpperInvariant() switch
    {
        "R" or "RECEPTION" => "'0' was meant.",
        "N" or "N2" or "NURSERY" => "'-1' was meant.",
        ['Y', .. string rest] when int.TryParse(rest, out int year) => $"'{year}' was meant.",
        _ => null,
    };

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_.-]*$")]
    private static partial Regex IdText();

    [GeneratedRegex("^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$")]
    private static partial Regex IsoDate();
}
