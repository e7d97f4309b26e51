namespace PlaceSufficiency.Reporting.Disclosure;

/// <summary>What may be published.</summary>
/// <param name="Threshold">
/// Counts of pupils from 1 to below it are withheld, at least 2; it is also the least width of what anybody can infer of a withheld count.
/// 5 by default, an assumption: the Department's published plan tables of 2023 and 2024 say that nothing was suppressed. Nought is published.
/// </param>
public sealed record DisclosureRule(int Threshold = 5);
