namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>What the plan may use: places for residents and pupils above them, [g * years + t]; pupils in INMSS by year, null where there is no limit.</summary>
internal sealed record Limits(int[] Places, int[] Most, int?[] Inmss, bool[] IsInmss);
