namespace PlaceSufficiency.Reporting.Disclosure;

/// <summary>What may be published.</summary>
/// <param name="Threshold">
/// Counts of pupils from 1 to below it are withheld, at least 2; it is also the least width of what anybody can infer of a withheld count.
/// 5, which the Department for Education uses for counts of pupils, by default. Nought is published.
/// </param>
public sealed record DisclosureRule(int Threshold = 5);
