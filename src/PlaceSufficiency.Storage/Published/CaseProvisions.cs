using System.Globalization;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Published;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Storage.Cases;
using PlaceSufficiency.Storage.Scalars;
using PlaceSufficiency.Storage.Tables;

namespace PlaceSufficiency.Storage.Published;

/// <summary>
/// What a case that has no demand tables yet says for the fit: its provisions, their residents in the base year (rolls.csv) and
/// what it assumes instead of the defaults (fitting.csv). Both files may be absent.
/// </summary>
/// <param name="Provisions">The provisions with residents; none when the case has no rolls.csv.</param>
/// <param name="Assumptions">The assumptions: the defaults, replaced by the rows of fitting.csv.</param>
public sealed record CaseProvisions(IReadOnlyList<FittedProvision> Provisions, FittingAssumptions Assumptions)
{
    /// <summary>Reads them from a case folder.</summary>
    /// <exception cref="FindingsException">A table is missing or malformed, or names an unknown provision, provider or assumption.</exception>
    public static CaseProvisions Read(string caseFolder)
    {
        (CaseFolder folder, _) = CaseFolder.Around(Path.Combine(caseFolder, "base.yaml"));
        FindingList findings = new();
        TableContents<RollRow> rolls = TableReader.Read(RollsTable.Table, folder, findings);
        FittingAssumptions assumptions = TableReader.Read(FittingTable.Table, folder, findings).Rows
            .Aggregate(new FittingAssumptions(), (made, row) => With(made, row, findings));
        FittedProvision[] fitted = rolls.Rows.Count == 0 ? [] : [.. Fitted(rolls, folder, findings)];
        findings.ThrowIfErrors();
        return new CaseProvisions(fitted, assumptions);
    }

    private static IEnumerable<FittedProvision> Fitted(TableContents<RollRow> rolls, CaseFolder folder, FindingList findings)
    {
        Dictionary<ProviderId, Provider> providers = TableReader.Read(ProvidersTable.Table, folder, findings).Rows
            .ToDictionary(row => row.Provider.Id, row => row.Provider);
        Dictionary<ProvisionId, Provision> provisions = TableReader.Read(ProvisionsTable.Table, folder, findings).Rows
            .ToDictionary(row => row.Provision.Id, row => row.Provision);
        foreach (RollRow roll in rolls.Rows)
        {
            if (!provisions.TryGetValue(roll.Provision, out Provision? provision) || !providers.TryGetValue(provision.Provider, out Provider? provider))
            {
                findings.Add(Finding.Error(
                    "unknown-provision", "No such provision, or its provider is missing.", RollsTable.Table.Path, roll.Line, "provision_id", roll.Provision.Value,
                    NearMiss.Sentence(roll.Provision.Value, provisions.Keys.Select(id => id.Value))));
                continue;
            }

            yield return new FittedProvision(Narrowed(provision, roll), provider.Location, roll.Placement, roll.Residents);
        }
    }

    /// <summary>The provision for the year groups of a roll that states them: an all-through school may have a roll for each phase.</summary>
    private static Provision Narrowed(Provision provision, RollRow roll) => provision with
    {
        Designation = provision.Designation with
        {
            From = roll.From ?? provision.Designation.From,
            To = roll.To ?? provision.Designation.To,
        },
    };

    private static FittingAssumptions With(FittingAssumptions assumptions, FittingRow row, FindingList findings)
    {
        if (row.Name == "hidden-needs")
        {
            Reading<NeedSet> needs = FieldScalars.Needs.Read(row.Value);
            return needs.Problem is null ? assumptions with { HiddenNeeds = needs.Value } : Refused("value", row.Value, "This is not a list of needs.");
        }

        if (row is { Name: "hidden-special-share", Value: "estimated" })
        {
            return assumptions with { HiddenSpecialShareEstimated = true };
        }

        if (!decimal.TryParse(row.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value))
        {
            return Refused("value", row.Value, "This is not a number of at least 0.");
        }

        return row.Name switch
        {
            "hidden-special-share" => assumptions with { HiddenSpecialShare = value },
            "inmss-highly-specialised-share" => assumptions with { InmssHighlySpecialisedShare = value },
            "deprivation-ratio" => assumptions with { DeprivationRatio = value },
            "mainstream-pull-km" => assumptions with { MainstreamPullKm = value },
            "specialist-pull-km" => assumptions with { SpecialistPullKm = value },
            _ => Refused("name", row.Name, "The fit assumes nothing of this name."),
        };

        FittingAssumptions Refused(string column, string text, string message)
        {
            findings.Add(Finding.Error("fitting-assumption", message, FittingTable.Table.Path, row.Line, column, text));
            return assumptions;
        }
    }
}
