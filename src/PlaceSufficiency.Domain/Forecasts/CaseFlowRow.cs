using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Forecasts;

/// <summary>What moves pupils between one January and the next.</summary>
public enum PupilFlow
{
    /// <summary>Were given a plan.</summary>
    Joiners,

    /// <summary>Came to live in the authority with a plan.</summary>
    MoversIn,

    /// <summary>Hold no plan any more.</summary>
    Leavers,

    /// <summary>Hold a plan for another need.</summary>
    NeedChanges,
}

/// <summary>What the paths of a case say of one flow; null stands for all.</summary>
/// <param name="Year">The year that the flow leads into.</param>
/// <param name="Flow">Which flow.</param>
/// <param name="Phase">Phase that leavers were in.</param>
/// <param name="Reason">Why leavers left.</param>
/// <param name="Pupils">What the paths say.</param>
public sealed record CaseFlowRow(AcademicYear Year, PupilFlow Flow, Phase? Phase, LeavingReason? Reason, CountFan Pupils);
