namespace PlaceSufficiency.Domain.Provisions;

/// <summary>Kind of provision.</summary>
public enum ProvisionKind
{
    /// <summary>A mainstream school.</summary>
    Mainstream,

    /// <summary>A mainstream school with commissioned enhanced support.</summary>
    MainstreamPlus,

    /// <summary>A resourced provision (an inclusion base; "support base" and "specialist base" are accepted spellings).</summary>
    ResourcedProvision,

    /// <summary>A SEN unit.</summary>
    SenUnit,

    /// <summary>A state-funded special school.</summary>
    SpecialSchool,

    /// <summary>An independent or non-maintained special school.</summary>
    Inmss,

    /// <summary>A further education or sixth form college.</summary>
    FurtherEducation,

    /// <summary>A specialist post-16 institution.</summary>
    SpecialistPost16,

    /// <summary>Alternative provision or a pupil referral unit.</summary>
    AlternativeProvision,

    /// <summary>A bespoke package: education otherwise than at school, home education, other arrangements.</summary>
    BespokePackage,
}
