using PlaceSufficiency.Domain.Published;

namespace PlaceSufficiency.Storage.Published;

/// <summary>
/// Which class each published placement belongs to: the columns of caseload.csv and the "Type of placement" rows of the tables
/// by need, both of the 2025 release. Totals are left out. Every other name must be known, so that nobody is dropped.
/// </summary>
public static class PlacementNames
{
    /// <summary>Columns of caseload.csv by class.</summary>
    public static IReadOnlyDictionary<string, PublishedPlacement> Columns { get; } = new Dictionary<string, PublishedPlacement>
    {
        ["mainstream_la_maintained"] = PublishedPlacement.Mainstream,
        ["mainstream_academy"] = PublishedPlacement.Mainstream,
        ["mainstream_free_school"] = PublishedPlacement.Mainstream,
        ["mainstream_independent"] = PublishedPlacement.Mainstream,
        ["mainstream_la_maintained_resourced_provision"] = PublishedPlacement.ResourcedProvisionOrUnit,
        ["mainstream_la_maintained_senunit"] = PublishedPlacement.ResourcedProvisionOrUnit,
        ["mainstream_academy_resourced_provision"] = PublishedPlacement.ResourcedProvisionOrUnit,
        ["mainstream_academy_senunit"] = PublishedPlacement.ResourcedProvisionOrUnit,
        ["mainstream_free_school_resourced_provision"] = PublishedPlacement.ResourcedProvisionOrUnit,
        ["mainstream_free_school_senunit"] = PublishedPlacement.ResourcedProvisionOrUnit,
        ["special_la_maintained"] = PublishedPlacement.SpecialLaMaintained,
        ["special_academy_free"] = PublishedPlacement.SpecialAcademyFree,
        ["special_independent"] = PublishedPlacement.Inmss,
        ["special_non_maintained"] = PublishedPlacement.Inmss,
        ["ap_pru_academy"] = PublishedPlacement.AlternativeProvision,
        ["ap_pru_free_school"] = PublishedPlacement.AlternativeProvision,
        ["ap_pru_la_maintained"] = PublishedPlacement.AlternativeProvision,
        ["general_fe_tertiary_colleges"] = PublishedPlacement.FurtherEducation,
        ["ukrlp_provider"] = PublishedPlacement.FurtherEducation,
        ["specialist_post_16_institutions"] = PublishedPlacement.SpecialistPost16,
        ["elective_home_education"] = PublishedPlacement.ElectiveHomeEducation,
        ["other_arrangements_la"] = PublishedPlacement.OtherArrangements,
        ["other_arrangements_parents"] = PublishedPlacement.OtherArrangements,
        ["online_provider"] = PublishedPlacement.OtherArrangements,
        ["w_settings"] = PublishedPlacement.OtherArrangements,
        ["other_schools"] = PublishedPlacement.OtherArrangements,
        ["other_placement_settings"] = PublishedPlacement.OtherArrangements,
        ["neet"] = PublishedPlacement.NotInEducation,
        ["neet_ntci"] = PublishedPlacement.NotInEducation,
        ["neet_other"] = PublishedPlacement.NotInEducation,
        ["neet_other_csa"] = PublishedPlacement.NotInEducation,
        ["await_prov_2022"] = PublishedPlacement.NotInEducation,
        ["perm_ex_2022"] = PublishedPlacement.NotInEducation,
        ["placement_unknown"] = PublishedPlacement.NotInEducation,
        ["nm_early_years"] = PublishedPlacement.EarlyYears,
    };

    /// <summary>"Type of placement" rows by class.</summary>
    public static IReadOnlyDictionary<string, PublishedPlacement> Rows { get; } = new Dictionary<string, PublishedPlacement>
    {
        ["Mainstream - LA maintained"] = PublishedPlacement.Mainstream,
        ["Mainstream - academy"] = PublishedPlacement.Mainstream,
        ["Mainstream - free school"] = PublishedPlacement.Mainstream,
        ["Mainstream - independent"] = PublishedPlacement.Mainstream,
        ["Mainstream - LA maintained (resourced provision)"] = PublishedPlacement.ResourcedProvisionOrUnit,
        ["Mainstream - LA maintained (SEN unit)"] = PublishedPlacement.ResourcedProvisionOrUnit,
        ["Mainstream - academy (resourced provision)"] = PublishedPlacement.ResourcedProvisionOrUnit,
        ["Mainstream - academy (SEN unit)"] = PublishedPlacement.ResourcedProvisionOrUnit,
        ["Mainstream - free school (resourced provision)"] = PublishedPlacement.ResourcedProvisionOrUnit,
        ["Mainstream - free school (SEN unit)"] = PublishedPlacement.ResourcedProvisionOrUnit,
        ["Special - LA maintained"] = PublishedPlacement.SpecialLaMaintained,
        ["Special - Academy/free schools"] = PublishedPlacement.SpecialAcademyFree,
        ["Special - independent"] = PublishedPlacement.Inmss,
        ["Special - non-maintained"] = PublishedPlacement.Inmss,
        ["AP/PRU - LA maintained"] = PublishedPlacement.AlternativeProvision,
        ["AP/PRU - academy"] = PublishedPlacement.AlternativeProvision,
        ["AP/PRU - free school"] = PublishedPlacement.AlternativeProvision,
        ["FE - general FE and tertiary colleges"] = PublishedPlacement.FurtherEducation,
        ["FE - UKRLP provider"] = PublishedPlacement.FurtherEducation,
        ["FE - specialist post-16 institutions"] = PublishedPlacement.SpecialistPost16,
        ["Educated elsewhere - elective home education"] = PublishedPlacement.ElectiveHomeEducation,
        ["Educated elsewhere - other arrangements by LA"] = PublishedPlacement.OtherArrangements,
        ["Educated elsewhere - other arrangements by parents"] = PublishedPlacement.OtherArrangements,
        ["Educated elsewhere - online provider"] = PublishedPlacement.OtherArrangements,
        ["Educated elsewhere - Welsh establishment"] = PublishedPlacement.OtherArrangements,
        ["Educated elsewhere - other schools and establishments"] = PublishedPlacement.OtherArrangements,
        ["Educated elsewhere - other placement settings"] = PublishedPlacement.OtherArrangements,
        ["Educated elsewhere - NEET"] = PublishedPlacement.NotInEducation,
        ["Educated elsewhere - not in education or training (compulsory school age)"] = PublishedPlacement.NotInEducation,
        ["Educated elsewhere - not in education or training (notice to cease issued)"] = PublishedPlacement.NotInEducation,
        ["Educated elsewhere - not in education or training (other)"] = PublishedPlacement.NotInEducation,
        ["Placement not recorded"] = PublishedPlacement.NotInEducation,
        ["Non-maintained early years"] = PublishedPlacement.EarlyYears,
    };

    /// <summary>Whether a "Type of placement" row is a total of others.</summary>
    public static bool IsTotal(string row) => row.EndsWith("- total", StringComparison.Ordinal);
}
