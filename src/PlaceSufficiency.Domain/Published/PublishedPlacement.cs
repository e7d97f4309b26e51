namespace PlaceSufficiency.Domain.Published;

/// <summary>
/// Where published SEN2 tables place pupils, in the coarsest classes that the releases of 2022 and 2025 share. Every published
/// column belongs to exactly one class, so the classes add up to all plans.
/// </summary>
public enum PublishedPlacement
{
    /// <summary>Mainstream schools of every kind, bases apart.</summary>
    Mainstream,

    /// <summary>Non-maintained early-years settings.</summary>
    EarlyYears,

    /// <summary>Resourced provisions and SEN units of mainstream schools.</summary>
    ResourcedProvisionOrUnit,

    /// <summary>Special schools maintained by a local authority.</summary>
    SpecialLaMaintained,

    /// <summary>Special academies and free schools.</summary>
    SpecialAcademyFree,

    /// <summary>Independent and non-maintained special schools.</summary>
    Inmss,

    /// <summary>Alternative provision and pupil referral units.</summary>
    AlternativeProvision,

    /// <summary>Further education, sixth form colleges and other training providers.</summary>
    FurtherEducation,

    /// <summary>Specialist post-16 institutions.</summary>
    SpecialistPost16,

    /// <summary>Elective home education.</summary>
    ElectiveHomeEducation,

    /// <summary>Other arrangements by the authority or parents, online providers, schools outside England, other settings.</summary>
    OtherArrangements,

    /// <summary>Not in education, awaiting provision, permanently excluded or not recorded: no provision.</summary>
    NotInEducation,
}
