namespace PlaceSufficiency.Reporting.Tables;

/// <summary>What the numbers of a column count. <c>default</c> is words.</summary>
public enum Unit
{
    /// <summary>Words, years and codes.</summary>
    None,

    /// <summary>Whole pupils.</summary>
    Pupils,

    /// <summary>Pupils added up over years.</summary>
    PupilYears,

    /// <summary>Whole places.</summary>
    Places,

    /// <summary>Pounds sterling.</summary>
    Pounds,

    /// <summary>Millions of pounds sterling.</summary>
    PoundsMillion,

    /// <summary>Minutes of a one-way journey.</summary>
    Minutes,

    /// <summary>Hundredths.</summary>
    Percent,

    /// <summary>A number whose unit another column of the row names.</summary>
    AsStated,
}
