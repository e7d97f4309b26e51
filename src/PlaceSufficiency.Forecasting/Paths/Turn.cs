namespace PlaceSufficiency.Forecasting.Paths;

/// <summary>Numbers of the draws of one pupil's luck: one for each thing that can happen in each year.</summary>
internal static class Turn
{
    internal const ulong Leaving = 0;
    internal const ulong Surplus = 1;
    internal const ulong Level = 2;
    internal const ulong Cell = 3;
    internal const ulong Area = 4;
    internal const ulong Copies = 5;
    internal const ulong Review = 6;
    internal const ulong Reason = 7;
    private const ulong Each = 8;

    /// <summary>The draw for something in a year.</summary>
    internal static ulong At(int year, ulong what) => ((ulong)year * Each) + what;
}
