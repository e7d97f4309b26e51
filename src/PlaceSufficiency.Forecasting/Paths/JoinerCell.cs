using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Forecasting.Paths;

/// <summary>Pupils who join alike, and how many a year the case states.</summary>
/// <param name="YearGroup">Year group in the first year.</param>
/// <param name="Need">Primary need.</param>
/// <param name="Sex">Sex.</param>
/// <param name="PerYear">Expected a year, above 0.</param>
internal readonly record struct JoinerCell(YearGroup YearGroup, PrimaryNeed Need, Sex Sex, double PerYear);
