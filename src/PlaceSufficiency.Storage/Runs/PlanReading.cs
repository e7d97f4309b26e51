using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Cases;
using PlaceSufficiency.Storage.Scalars;
using PlaceSufficiency.Storage.Tables;

namespace PlaceSufficiency.Storage.Runs;

/// <summary>Turns the rows of a run's placements and certificate into a plan. Whether the plan keeps the rules is the audit's business.</summary>
internal static class PlanReading
{
    /// <summary>The paths; rows that are not paths of a stay become findings.</summary>
    public static IReadOnlyList<PupilPath> Paths(TableContents<PlacementRow> placements, LoadedCase loaded, DemandPath demand, FindingList findings)
    {
        IReadOnlyList<AcademicYear> years = demand.Horizon.PlannedYears;
        List<PupilPath> paths = [];
        foreach (PlacementRow row in placements.Rows)
        {
            void Wrong(string code, string message, string key, string? value) => findings.Add(Finding.Error(code, message, placements.File, row.Line, key, value));
            if (row.Stay >= demand.Stays.Count)
            {
                Wrong("unknown-stay", "demand.csv has no such stay.", "stay", $"{row.Stay}");
                continue;
            }

            List<ProvisionId?> provisions = [];
            foreach ((AcademicYear year, string? cell) in years.Zip(row.Cells))
            {
                bool covered = demand.Stays[row.Stay].Covers(year);
                if (covered != cell is not null)
                {
                    Wrong("path-does-not-match-stay", covered ? "The pupils hold a plan in this year, so a provision or 'unplaced' is wanted." : "The pupils hold no plan in this year.", $"{year}", cell);
                }
                else if (cell is not null && cell != PlacementsTable.Unplaced && !loaded.Case.HasProvision(new ProvisionId(cell)))
                {
                    Wrong("unknown-provision", "The case has no such provision.", $"{year}", cell);
                }
                else if (cell is not null)
                {
                    provisions.Add(cell == PlacementsTable.Unplaced ? null : new ProvisionId(cell));
                }
            }

            paths.Add(new PupilPath(row.Stay, row.Pupils, provisions));
        }

        return paths;
    }

    /// <summary>The results of the tiers, with the prices of the certificate and the cases they settle.</summary>
    public static IReadOnlyList<TierResult> Tiers(TableContents<CertificateRow> certificate, TableContents<CasesRow> cases, Manifest manifest, LoadedCase loaded, FindingList findings)
    {
        ObjectiveTier[] tiers = [.. manifest.Tiers.Select(tier => tier.Tier)];
        if (!tiers.SequenceEqual(loaded.Case.Tiers))
        {
            findings.Add(Finding.Error(
                "tiers-differ", $"The case minimises {string.Join(", ", loaded.Case.Tiers.Select(FieldScalars.Tier.Write))}.", Manifest.FileName, key: "tiers",
                value: string.Join(", ", tiers.Select(FieldScalars.Tier.Write))));
        }

        foreach (CertificateRow row in certificate.Rows.Where(row => !SaysWhatItIsOn(row) || !tiers.Contains(row.Tier) || (row.Provision is { } id && !loaded.Case.HasProvision(id))))
        {
            findings.Add(Finding.Error(
                "bad-certificate-row", "A price is on a place (provision_id of the case and academic_year), the inmss-limit (academic_year), a limit (limit and what it is of) or a held-tier (held_tier), for a tier of the plan.",
                certificate.File, row.Line, "price_on", Spelling.Of(row.On)));
        }

        TierResult[] results = findings.HasErrors ? [] : [.. manifest.Tiers.Select(tier => Tier(tier, certificate, cases))];
        if (!findings.HasErrors)
        {
            foreach (Finding finding in CasesTable.Check(cases, results, loaded))
            {
                findings.Add(finding);
            }
        }

        return results;
    }

    private static TierResult Tier(ManifestTier tier, TableContents<CertificateRow> certificate, TableContents<CasesRow> cases)
    {
        IReadOnlyList<OpeningsStep>? steps = CasesTable.StepsOf(tier.Tier, cases.Rows);
        return new TierResult(tier.Tier, tier.Value, tier.Bound, CertificateTable.ProofOf(tier.Tier, certificate.Rows, steps)) { Reached = tier.Reached, Cases = steps };
    }

    private static bool SaysWhatItIsOn(CertificateRow row) => row.On switch
    {
        CertificatePrice.Place => row is { Provision: not null, Year: not null, HeldTier: null },
        CertificatePrice.InmssLimit => row is { Provision: null, Year: not null, HeldTier: null },
        CertificatePrice.Limit => row is { Limit: not null, HeldTier: null },
        _ => row is { Provision: null, Year: null, HeldTier: not null },
    };
}
