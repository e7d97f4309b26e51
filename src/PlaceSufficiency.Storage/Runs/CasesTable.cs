using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Cases;
using PlaceSufficiency.Storage.Scalars;
using PlaceSufficiency.Storage.Tables;

namespace PlaceSufficiency.Storage.Runs;

/// <summary>A row of <c>cases.csv</c>: a step of the proof of a tier.</summary>
internal sealed record CasesRow(int Line, int Row, ObjectiveTier Tier, SchemeId? Split, AcademicYear? OpensBy, int? PriceSet);

/// <summary>The proofs by cases of which candidates open, tier by tier; only plans that have one have the file.</summary>
internal static class CasesTable
{
    private static readonly Column<int> _row = Column.Needed(
        "row", Numbers.Whole(0), "Number of the row, from 0: each split is followed by the steps of its first case, then by those of its second.");

    private static readonly Column<ObjectiveTier> _tier = Column.Needed("tier", FieldScalars.Tier, "The tier whose bound the step proves.");
    private static readonly Column<SchemeId> _split = Column.Optional("split", FieldScalars.SchemeId, "no split", "Candidate at which the case is split.");

    private static readonly Column<AcademicYear> _opensBy = Column.Optional(
        "opens_by", FieldScalars.AcademicYear, "no split", "First case: it opens in the September of this year or before. Second case: later or not at all.");

    private static readonly Column<int> _set = Column.Optional("price_set", Numbers.Whole(0), "a split", "Set of prices of the tier, as in certificate.csv, that settles the case.");

    /// <summary>The table.</summary>
    internal static readonly Table<CasesRow> Table = new(
        "cases.csv",
        [_row, _tier, _split, _opensBy, _set],
        [_row],
        row => new CasesRow(row.Line, row.Of(_row), row.Of(_tier), row.StructOf(_split), row.StructOf(_opensBy), row.StructOf(_set)))
    {
        Folder = string.Empty,
        MayBeAbsent = true,
        MayBeEmpty = true,
    };

    /// <summary>Every proof by cases of a plan as rows, in the order of its tiers; none where it has no such proof.</summary>
    internal static IEnumerable<CasesRow> RowsOf(PlacementPlan plan) => plan.Tiers
        .SelectMany(tier => (tier.Cases ?? []).Select(step => new CasesRow(0, 0, tier.Tier, step.Split, step.OpensBy, step.Split is null ? step.PriceSet : null)))
        .Select((row, number) => row with { Row = number });

    /// <summary>The text of the file.</summary>
    internal static IEnumerable<string> Lines(IEnumerable<CasesRow> rows) => rows
        .Select(row => CsvText.Row(
            _row.Of.Write(row.Row),
            _tier.Of.Write(row.Tier),
            row.Split?.Value ?? string.Empty,
            row.OpensBy?.ToString() ?? string.Empty,
            row.PriceSet is { } set ? _set.Of.Write(set) : string.Empty))
        .Prepend(CsvText.Row(Table.Columns.Select(column => column.Name)));

    /// <summary>The steps that the rows say of a tier; null without any.</summary>
    internal static IReadOnlyList<OpeningsStep>? StepsOf(ObjectiveTier tier, IEnumerable<CasesRow> rows) =>
        rows.Where(row => row.Tier == tier).OrderBy(row => row.Row).Select(row => new OpeningsStep(row.Split, row.OpensBy, row.PriceSet ?? 0)).ToArray() is { Length: > 0 } steps ? steps : null;

    /// <summary>What makes the rows no proof of a plan for the case. Whether they prove the bound is the audit's business.</summary>
    internal static IEnumerable<Finding> Check(TableContents<CasesRow> cases, IReadOnlyList<TierResult> tiers, LoadedCase loaded)
    {
        HashSet<string> schemes = [.. loaded.Case.Schemes.Select(scheme => scheme.Id.Value)];
        Dictionary<ObjectiveTier, int> sets = tiers.ToDictionary(tier => tier.Tier, tier => tier.Proof.Count);
        foreach (CasesRow row in cases.Rows)
        {
            if (!sets.TryGetValue(row.Tier, out int count))
            {
                yield return Finding.Error(
                    "unknown-tier", $"The case minimises {string.Join(", ", loaded.Case.Tiers.Select(_tier.Of.Write))}.", cases.File, row.Line, _tier.Name, _tier.Of.Write(row.Tier));
            }
            else if (row.PriceSet >= count)
            {
                yield return Finding.Error("unknown-price-set", "certificate.csv has no such set of prices of this tier.", cases.File, row.Line, _set.Name, $"{row.PriceSet}");
            }

            if (row is not ({ Split: not null, OpensBy: not null, PriceSet: null } or { Split: null, OpensBy: null, PriceSet: not null }))
            {
                yield return Finding.Error(
                    "bad-case", "A case is split at a scheme and a September (split and opens_by), or settled by a set of prices (price_set).", cases.File, row.Line);
            }
            else if (row.Split is { } split && !schemes.Contains(split.Value))
            {
                yield return Finding.Error(
                    "unknown-scheme", "The case has no such scheme.", cases.File, row.Line, _split.Name, split.Value, NearMiss.Sentence(split.Value, schemes));
            }
        }

        foreach (TierResult tier in tiers.Where(tier => cases.IsComplete && tier.Cases is { } steps && !ComeOut(steps)))
        {
            yield return Finding.Error(
                "unfinished-cases", "Each split is followed by the steps of its first case and then by those of its second, and nothing follows the last; these do not come out.",
                cases.File, key: _tier.Name, value: _tier.Of.Write(tier.Tier));
        }
    }

    /// <summary>Whether the steps walk one whole tree: one case is open at first, a split leaves one more, prices one fewer, and with the last step the last is settled.</summary>
    private static bool ComeOut(IReadOnlyList<OpeningsStep> steps)
    {
        int open = 1;
        return steps.All(step => open > 0 && (open += step.Split is null ? -1 : 1) >= 0) && open == 0;
    }
}
