namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>Marks a decimal, or decimals by year, that may be written "25%" as well as 0.25 and is held as 0.25.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ShareAttribute : Attribute;
