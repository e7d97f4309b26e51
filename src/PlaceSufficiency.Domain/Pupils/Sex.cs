namespace PlaceSufficiency.Domain.Pupils;

/// <summary>Sex as recorded in SEN2, which is what single-sex provisions admit by.</summary>
public enum Sex
{
    /// <summary>Female.</summary>
    Female,

    /// <summary>Male.</summary>
    Male,
}
