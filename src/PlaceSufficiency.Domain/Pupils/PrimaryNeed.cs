namespace PlaceSufficiency.Domain.Pupils;

/// <summary>Primary need of an EHC plan: the SEN2 codes. Published tables before 2026 fold DS into OTH.</summary>
public enum PrimaryNeed
{
    /// <summary>Specific learning difficulty.</summary>
    SPLD,

    /// <summary>Moderate learning difficulty.</summary>
    MLD,

    /// <summary>Severe learning difficulty.</summary>
    SLD,

    /// <summary>Profound and multiple learning difficulty.</summary>
    PMLD,

    /// <summary>Social, emotional and mental health.</summary>
    SEMH,

    /// <summary>Speech, language and communication needs.</summary>
    SLCN,

    /// <summary>Hearing impairment.</summary>
    HI,

    /// <summary>Vision impairment.</summary>
    VI,

    /// <summary>Multi-sensory impairment.</summary>
    MSI,

    /// <summary>Physical disability.</summary>
    PD,

    /// <summary>Autistic spectrum disorder.</summary>
    ASD,

    /// <summary>Down syndrome.</summary>
    DS,

    /// <summary>Other difficulty or disorder.</summary>
    OTH,
}
