using System.Collections.Immutable;
using System.ComponentModel;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Scenarios;
using PlaceSufficiency.Scenarios.Changes;

namespace PlaceSufficiency.Storage.Yaml;

/// <summary>What a base file says.</summary>
[Description("A base case: its structure and settings. The tables stand beside it in the folder 'tables'.")]
internal sealed record CaseSettings(
    [property: Description("Version of this file format: 1.")] int Schema,
    [property: Description("Name of the case as it stands.")] string Name,
    [property: Description("The resident authority.")] string Authority,
    [property: Description("The years covered.")] HorizonSettings Horizon,
    [property: Description("How journeys are estimated and what is too long; may be left out where costs.csv states what a pupil costs.")]
    TravelSettings? Travel = null,
    [property: Description("The question the case answers, one sentence.")] string Question = "",
    [property: Description("How demand moves on.")] DemandSettings? Demand = null,
    [property: Description("What a plan minimises, first things first; unplaced comes first.")] ImmutableArray<ObjectiveTier>? Objective = null,
    [property: Description("What a pupil-year without a place counts for in the unplaced tier, by level called for, at least 1; a level left out counts 1.")]
    ImmutableSortedDictionary<ProvisionLevel, int>? UnplacedWeights = null,
    [property: Description("How much worse than the best a tier may become while later tiers are minimised; a tier left out is held at its best.")]
    ImmutableSortedDictionary<ObjectiveTier, ToleranceSettings>? Tolerances = null,
    [property: Description("Groups of needs that reports keep together, by name; every need belongs to exactly one.")]
    OrderedDictionary<string, NeedSet>? NeedGroups = null,
    [property: Description("Moves allowed beyond phase transfers and closures.")] ImmutableArray<MoveSettings>? Moves = null,
    [property: Description("Limits on the plan as a whole.")] LimitSettings? Limits = null,
    [property: Description("How many schemes of a group may open, by the group's name in schemes.csv.")]
    ImmutableSortedDictionary<string, SchemeGroupSettings>? SchemeGroups = null,
    [property: Description("How the cost tier counts the capital of candidate schemes; left out, as cash.")] CapitalSettings? Capital = null);

/// <summary>How much worse a tier may become.</summary>
[Description("How much worse than the best value reached a tier may become: a share of it, a number of units, or both.")]
internal sealed record ToleranceSettings(
    [property: Description("Share of the best value, rounded down to whole units.")][property: Share] decimal Share = 0,
    [property: Description("Units of the tier: pupil-years, moves, minutes, or pounds.")] int Units = 0);

/// <summary>How many schemes of a group may open.</summary>
[Description("How many schemes of a group may open, committed ones included.")]
internal sealed record SchemeGroupSettings(
    [property: Description("Most that open.")] int? AtMost = null,
    [property: Description("Fewest that open.")] int? AtLeast = null,
    [property: Description("How many open, no more and no fewer.")] int? Exactly = null);

/// <summary>How capital counts.</summary>
[Description("How the cost tier counts the capital of candidate schemes.")]
internal sealed record CapitalSettings(
    [property: Description("cash: every pound spent; annualised: an equal charge for each academic year that a scheme is open within the horizon.")] CapitalBasis Basis,
    [property: Description("Discount rate a year; the Green Book states 3.5%.")][property: Share] decimal Rate = 0.035m,
    [property: Description("Years over which capital is spread, at least 1.")] int LifeYears = 60);

/// <summary>The years covered.</summary>
[Description("The years covered.")]
internal sealed record HorizonSettings(
    [property: Description("The observed year: its stock is given and its placements stand.")] AcademicYear Base,
    [property: Description("The last planned year, 1 to 30 years after the base year.")] AcademicYear Last);

/// <summary>Journeys.</summary>
[Description("How journeys are estimated and what is too long.")]
internal sealed record TravelSettings(
    [property: Description("Road distance over straight-line distance, at least 1.")] decimal Circuity,
    [property: Description("Average speed of transport, above 0.")] decimal SpeedKmPerHour,
    [property: Description("Longest one-way journey by phase, in minutes: nobody new is placed beyond it.")] ImmutableSortedDictionary<Phase, int> CeilingMinutes,
    [property: Description("One-way journey by phase, in minutes, above which each minute is priced and reported.")]
    ImmutableSortedDictionary<Phase, int> ThresholdMinutes,
    [property: Description("Minutes for boarding and other stops, at least 0.")] int FixedMinutes = 0);

/// <summary>A move that is allowed.</summary>
[Description("From a year on, pupils placed in a kind of provision may move although their placement still fits.")]
internal sealed record MoveSettings(
    [property: Description("Kind of provision they may leave.")] ProvisionKind FromKind,
    [property: Description("First academic year in which they may.")] AcademicYear Starting,
    [property: Description("Most that move in a year, as a share of those who were there the year before; left out, any number.")][property: Share] decimal? Share = null);

/// <summary>Limits.</summary>
[Description("Limits on the plan as a whole.")]
internal sealed record LimitSettings(
    [property: Description("Most pupils in independent and non-maintained special schools by academic year; years not named have no limit.")]
    ImmutableSortedDictionary<AcademicYear, int>? InmssPupils = null,
    [property: Description("Most capital by financial year, committed schemes included; years not named have no limit.")]
    ImmutableSortedDictionary<FinancialYear, Pounds>? Capital = null,
    [property: Description("Most capital of all schemes that open, whenever it is spent.")] Pounds? CapitalTotal = null,
    [property: Description("Most fees, top-ups and place funding of independent and non-maintained special schools by academic year.")]
    ImmutableSortedDictionary<AcademicYear, Pounds>? InmssSpend = null,
    [property: Description("Most that planned years charge to the high needs block by financial year; the first and last hold part of an academic year only.")]
    ImmutableSortedDictionary<FinancialYear, Pounds>? HighNeeds = null,
    [property: Description("Fewest of the authority's pupils at a provision in each planned year in which it is open.")]
    ImmutableSortedDictionary<ProvisionId, int>? ClassGroups = null,
    [property: Description("How evenly plans are spread over mainstream settings.")] EvennessSettings? Evenness = null,
    [property: Description("What each kind of limit does; a kind left out is hard.")] ImmutableSortedDictionary<LimitKind, TreatmentSettings>? Treatments = null);

/// <summary>How evenly plans are spread.</summary>
[Description("How evenly plans are spread over mainstream settings: one of the two.")]
internal sealed record EvennessSettings(
    [property: Description("Most pupils at a setting, as a multiple of the mean over mainstream settings open that year.")] decimal? TimesMean = null,
    [property: Description("Most pupils at a setting.")] int? Most = null);

/// <summary>How a kind of limit is treated.</summary>
[Description("What a kind of limit does.")]
internal sealed record TreatmentSettings(
    [property: Description("hard: it holds, or gives by as little as can be before anything else is minimised; priced: it gives at a price in the cost tier; off: it is set aside.")]
    LimitMode Mode,
    [property: Description("Pounds for each pupil-year, or for each pound, by which a priced limit gives.")] Pounds? Price = null);

/// <summary>What a scenario file says.</summary>
[Description("A scenario: another file of the case folder, and what is different.")]
internal sealed record ScenarioSettings(
    [property: Description("Version of this file format: 1.")] int Schema,
    [property: Description("The file it changes: a path within the case folder, relative to this file.")] string Extends,
    [property: Description("Name of the scenario.")] string Name,
    [property: Description("The question it answers, one sentence.")] string Question = "",
    [property: Description("What is different, one change an item.")] ImmutableArray<PlacedChange>? Changes = null);
