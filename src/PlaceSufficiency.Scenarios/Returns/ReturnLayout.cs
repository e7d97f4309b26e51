using System.Collections.Immutable;
using System.ComponentModel;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Scenarios.Returns;

/// <summary>What a department asks for: a table of pupils by kind of provision, age and year. Next year's is another file.</summary>
[Description("What a department asks for: pupils by provision, age and year.")]
public sealed record ReturnLayout(
    [property: Description("Version of this file format: 1.")] int Schema,
    [property: Description("Name of the return, as people know it.")] string Title,
    [property: Description("Where the layout is from, and its date.")] string Source,
    [property: Description("What stands across the table: years or bands.")] string Across,
    [property: Description("Bands of year groups, in order; they do not overlap.")] ImmutableArray<ReturnBand> Bands,
    [property: Description("Lines of provision, in order; no kind stands in two of them.")] ImmutableArray<ReturnGroup> Groups)
{
    private const int Version = 1;

    /// <summary>Whether years stand across the table and bands down; the other way round where not.</summary>
    public bool YearsAcross => Across == "years";

    /// <summary>Everything that makes the layout one that does not add up, with the key it stands under.</summary>
    public IReadOnlyList<Finding> Check() =>
    [
        .. Schema == Version ? [] : new[] { Finding.Error("unknown-schema", $"This program reads version {Version} of layouts.", key: "schema", value: $"{Schema}") },
        .. Across is "years" or "bands" ? [] : new[] { Finding.Error("unknown-value", "Across the table stand years or bands.", key: "across", value: Across, maybe: NearMiss.Sentence(Across, ["years", "bands"])) },
        .. Bands.IsEmpty || Groups.IsEmpty ? new[] { Finding.Error("empty-list", "A layout has at least one band and one group.", key: Bands.IsEmpty ? "bands" : "groups") } : [],
        .. Bands.Index().SelectMany(band => OfBand(band.Index, band.Item)),
        .. Groups.Index().SelectMany(group => OfGroup(group.Index, group.Item)),
    ];

    private IEnumerable<Finding> OfBand(int position, ReturnBand band)
    {
        string key = $"bands[{position + 1}]";
        if (band.From > band.To)
        {
            yield return Finding.Error("until-before-from", $"'{band.Name}' would end before it starts.", key: $"{key}.to", value: $"{band.To}");
        }

        if (band.Years < 1)
        {
            yield return Finding.Error("negative-number", "A band covers at least one year.", key: $"{key}.years", value: $"{band.Years}");
        }

        if (Bands.Take(position).FirstOrDefault(other => other.From <= band.To && band.From <= other.To) is { } overlapped)
        {
            yield return Finding.Error("counted-twice", $"Year groups of '{band.Name}' are in '{overlapped.Name}' already.", key: $"{key}.from", value: $"{band.From}");
        }
    }

    private IEnumerable<Finding> OfGroup(int position, ReturnGroup group)
    {
        string key = $"groups[{position + 1}]";
        foreach (ProvisionKind kind in group.Kinds)
        {
            if (Groups.Take(position).FirstOrDefault(other => other.Kinds.Contains(kind)) is { } other)
            {
                yield return Finding.Error("counted-twice", $"The kind is in '{other.Name}' already.", key: $"{key}.kinds", value: Changes.Spelling.Of(kind));
            }
        }

        foreach (ProvisionLevel level in group.UnplacedLevels ?? default)
        {
            if (Groups.Take(position).FirstOrDefault(other => other.UnplacedLevels?.Contains(level) == true) is { } other)
            {
                yield return Finding.Error("counted-twice", $"Unplaced pupils of the level are in '{other.Name}' already.", key: $"{key}.unplaced-levels", value: Changes.Spelling.Of(level));
            }
        }
    }
}

/// <summary>A band of year groups.</summary>
[Description("A band of year groups.")]
public sealed record ReturnBand(
    [property: Description("Name in the return.")] string Name,
    [property: Description("Youngest year group.")] YearGroup From,
    [property: Description("Oldest year group.")] YearGroup To,
    [property: Description("How many years are forecast, the first being the year after the base year.")] int Years,
    [property: Description("Column of the table of planning areas that the band goes by; left out, the whole authority.")] string PlanningAreas = "");

/// <summary>A line of provision.</summary>
[Description("A line of provision.")]
public sealed record ReturnGroup(
    [property: Description("Name in the return.")] string Name,
    [property: Description("Kinds of provision whose pupils are counted.")] ImmutableArray<ProvisionKind> Kinds,
    [property: Description("Pupils without a suitable place are counted too, where their plan calls for one of these levels; left out, none.")] LevelSet? UnplacedLevels = null);
