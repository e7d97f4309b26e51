using System.Collections.Immutable;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Records;
using PlaceSufficiency.Storage.Cases;
using PlaceSufficiency.Storage.Scalars;

namespace PlaceSufficiency.Storage.Records;

/// <summary>
/// Reads what a record's codes mean: columns <c>kind</c> (need or setting), <c>code</c> and <c>meaning</c>, a SEN2 need or a level of
/// provision. SEN2 need codes and names of levels mean themselves without a file.
/// </summary>
public static class CodesFile
{
    /// <summary>Codes that mean themselves.</summary>
    public static RecordCodes Own { get; } = new(
        Enum.GetValues<PrimaryNeed>().ToImmutableSortedDictionary(need => need.ToString(), need => need, StringComparer.OrdinalIgnoreCase),
        Enum.GetValues<ProvisionLevel>().ToImmutableSortedDictionary(FieldScalars.Level.Write, level => level, StringComparer.OrdinalIgnoreCase));

    /// <summary>Reads the file.</summary>
    /// <exception cref="FindingsException">The file is missing or malformed; holds everything that was found.</exception>
    public static RecordCodes Read(string path)
    {
        FindingList findings = new();
        string name = Path.GetFileName(path);
        RowSorting sorting = new(name);
        RecordCodes codes = Own;
        foreach (RecordRow row in RecordTable.Read(path, ["kind", "code", "meaning"], sorting, findings))
        {
            codes = row["kind"] switch
            {
                "need" when Meaning(FieldScalars.Need, row, name, findings) is { } need => codes with { Needs = codes.Needs.SetItem(row["code"], need) },
                "setting" when Meaning(FieldScalars.Level, row, name, findings) is { } level => codes with { Settings = codes.Settings.SetItem(row["code"], level) },
                "need" or "setting" => codes,
                _ => Unknown(codes, row, name, findings),
            };
        }

        findings.ThrowIfErrors();
        return codes;
    }

    private static T? Meaning<T>(ScalarType<T> type, RecordRow row, string file, FindingList findings)
        where T : struct
    {
        Reading<T> read = type.Read(row["meaning"]);
        if (read.Problem is { } problem)
        {
            findings.Add(Finding.Error(problem.Code, problem.Message, file, row.Line, "meaning", row["meaning"], problem.Maybe));
            return null;
        }

        return read.Value;
    }

    private static RecordCodes Unknown(RecordCodes codes, RecordRow row, string file, FindingList findings)
    {
        findings.Add(Finding.Error("unknown-kind-of-code", "A code is of a need or of a setting.", file, row.Line, "kind", row["kind"], NearMiss.Sentence(row["kind"], ["need", "setting"])));
        return codes;
    }
}
