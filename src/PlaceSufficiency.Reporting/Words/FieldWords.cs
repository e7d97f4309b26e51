using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Scenarios.Comparison;

namespace PlaceSufficiency.Reporting.Words;

/// <summary>
/// The field's words as reports write them, the same in every writer. They are the spellings of the case files with spaces for
/// hyphens, except where English wants the hyphen.
/// </summary>
public static class FieldWords
{
    /// <summary>"early years", "primary", "secondary", "post-16", "post-19".</summary>
    public static string Of(Phase phase) => phase switch
    {
        Phase.EarlyYears => "early years",
        Phase.Primary => "primary",
        Phase.Secondary => "secondary",
        Phase.Post16 => "post-16",
        Phase.Post19 => "post-19",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "Not a phase."),
    };

    /// <summary>The kind in lower case, INMSS excepted.</summary>
    public static string Of(ProvisionKind kind) => kind switch
    {
        ProvisionKind.Mainstream => "mainstream",
        ProvisionKind.MainstreamPlus => "mainstream plus",
        ProvisionKind.ResourcedProvision => "resourced provision",
        ProvisionKind.SenUnit => "SEN unit",
        ProvisionKind.SpecialSchool => "special school",
        ProvisionKind.Inmss => "INMSS",
        ProvisionKind.FurtherEducation => "further education",
        ProvisionKind.SpecialistPost16 => "specialist post-16",
        ProvisionKind.AlternativeProvision => "alternative provision",
        ProvisionKind.BespokePackage => "bespoke package",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of provision."),
    };

    /// <summary>"high needs block", "transport", "capital", "priced, not spent".</summary>
    public static string Of(BudgetLine line) => line switch
    {
        BudgetLine.HighNeedsBlock => "high needs block",
        BudgetLine.Transport => "transport",
        BudgetLine.Capital => "capital",
        BudgetLine.Priced => "priced, not spent",
        _ => throw new ArgumentOutOfRangeException(nameof(line), line, "Not a budget line."),
    };

    /// <summary>The price item in lower case; "capital" for none.</summary>
    public static string Of(PriceItem? item) => item switch
    {
        null => "capital",
        PriceItem.PlaceFunding => "place funding",
        PriceItem.TopUp => "top-up",
        PriceItem.Fee => "fee",
        PriceItem.TransportPerPupil => "transport per pupil",
        PriceItem.TransportPerKm => "transport per km",
        PriceItem.OverNumber => "over-number",
        PriceItem.AboveLevel => "above level",
        PriceItem.Move => "move",
        PriceItem.TravelAboveThreshold => "travel above threshold",
        _ => throw new ArgumentOutOfRangeException(nameof(item), item, "Not a price item."),
    };

    /// <summary>Why pupils are unplaced, a few words.</summary>
    public static string Of(UnplacedCause cause) => cause switch
    {
        UnplacedCause.NoDesignation => "no provision is designated for them",
        UnplacedCause.NotOpen => "none is open this year",
        UnplacedCause.TooFar => "too far",
        UnplacedCause.NoNewPlacements => "admits nobody new",
        UnplacedCause.Full => "full",
        UnplacedCause.InmssLimit => "limit on INMSS",
        UnplacedCause.HeldForLater => "held for later years",
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, "Not a cause."),
    };

    /// <summary>"unplaced", "over-number", "INMSS pupils", "cost".</summary>
    public static string Of(ObjectiveTier tier) => tier switch
    {
        ObjectiveTier.LimitPupils => "limits on pupils give",
        ObjectiveTier.LimitSpend => "limits on spending give",
        ObjectiveTier.Unplaced => "unplaced",
        ObjectiveTier.OverNumber => "over-number",
        ObjectiveTier.InmssPupils => "INMSS pupils",
        ObjectiveTier.Moves => "moves",
        ObjectiveTier.ExcessTravel => "excess travel",
        ObjectiveTier.InmssSpend => "INMSS spend",
        ObjectiveTier.Cost => "cost",
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, "Not a tier."),
    };

    /// <summary>What a limit is on.</summary>
    public static string Of(LimitKind kind) => kind switch
    {
        LimitKind.InmssPupils => "INMSS pupils",
        LimitKind.InmssSpend => "INMSS spend",
        LimitKind.HighNeeds => "high needs block",
        LimitKind.ClassGroup => "class group",
        LimitKind.Evenness => "evenness of mainstream settings",
        LimitKind.YearGroupPlaces => "places of a year group",
        LimitKind.ReviewedMoves => "moves at review",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of limit."),
    };

    /// <summary>"hard", "priced", "off".</summary>
    public static string Of(LimitMode mode) => mode switch
    {
        LimitMode.Hard => "hard",
        LimitMode.Priced => "priced",
        LimitMode.Off => "off",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "Not a mode."),
    };

    /// <summary>"pupil-years", "moves", "minutes", "£".</summary>
    public static string Of(TierUnit unit) => unit switch
    {
        TierUnit.PupilYears => "pupil-years",
        TierUnit.Moves => "moves",
        TierUnit.PupilMinutes => "minutes",
        TierUnit.Pence => "£",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Not a unit."),
    };

    /// <summary>The measure in lower case, INMSS excepted.</summary>
    public static string Of(RunMeasure measure) => measure switch
    {
        RunMeasure.Placed => "placed",
        RunMeasure.Unplaced => "unplaced",
        RunMeasure.OverNumber => "over-number",
        RunMeasure.InmssPupils => "INMSS pupils",
        RunMeasure.InmssSinceBase => "INMSS pupils since the base year",
        RunMeasure.InmssSpend => "INMSS spend",
        RunMeasure.SpecialPlaces => "special school places",
        RunMeasure.HighNeedsBlock => "high needs block",
        RunMeasure.Transport => "transport",
        RunMeasure.Capital => "capital",
        RunMeasure.MedianTravel => "median travel",
        RunMeasure.NinetiethPercentileTravel => "90th percentile travel",
        RunMeasure.Over45Minutes => "over 45 minutes",
        RunMeasure.Over75Minutes => "over 75 minutes",
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Not a measure."),
    };

    /// <summary>Words that begin a sentence or a title: the first letter large.</summary>
    public static string AtStart(string words) => words.Length == 0 ? words : $"{char.ToUpperInvariant(words[0])}{words[1..]}";
}
