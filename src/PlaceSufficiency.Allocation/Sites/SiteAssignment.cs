namespace PlaceSufficiency.Allocation.Sites;

/// <summary>Every pupil placed in open sites at least cost, and the prices that prove it.</summary>
/// <param name="Open">The open sites, by index.</param>
/// <param name="Pence">Cost of pupils and of opening.</param>
/// <param name="Pupils">Pupils by position in <paramref name="Open"/> and area.</param>
/// <param name="AreaPrices">Price of one more pupil by area.</param>
/// <param name="PlacePrices">What one more place saves, by position in <paramref name="Open"/>; at least 0.</param>
internal sealed record SiteAssignment(IReadOnlyList<int> Open, long Pence, int[][] Pupils, double[] AreaPrices, double[] PlacePrices);
