namespace PlaceSufficiency.Domain.Forecasts;

/// <summary>What many paths say of one count: its mean, and the whole numbers below which the stated shares of paths lie.</summary>
/// <param name="Mean">Mean over the paths.</param>
/// <param name="Q025">At least 2.5% of paths are at or below it.</param>
/// <param name="Q10">10%.</param>
/// <param name="Q25">25%.</param>
/// <param name="Q50">The median.</param>
/// <param name="Q75">75%.</param>
/// <param name="Q90">90%.</param>
/// <param name="Q975">97.5%.</param>
public sealed record CountFan(double Mean, int Q025, int Q10, int Q25, int Q50, int Q75, int Q90, int Q975)
{
    /// <summary>Whether a figure lies within the interval that holds 80% of the paths.</summary>
    public bool Holds80(double figure) => figure >= Q10 && figure <= Q90;

    /// <summary>Whether a figure lies within the interval that holds 95% of the paths.</summary>
    public bool Holds95(double figure) => figure >= Q025 && figure <= Q975;
}
