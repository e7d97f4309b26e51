namespace PlaceSufficiency.Domain.Demand;

/// <summary>Why a pupil no longer holds a plan of the authority: the reasons of SEN2's ceased plans, grouped.</summary>
public enum LeavingReason
{
    /// <summary>Reasons are not told apart.</summary>
    Any,

    /// <summary>Left education or training, or went on to higher education or work, at the end of a phase or course.</summary>
    PhaseEnd,

    /// <summary>Needs are met without a plan, or the young person no longer wishes to have one.</summary>
    NeedsMet,

    /// <summary>Moved to another authority or out of England.</summary>
    MovedOut,

    /// <summary>Reached the end of the year in which its holder turns 25.</summary>
    MaximumAge,

    /// <summary>Left because the stated total is below those who would stay.</summary>
    AboveTotal,

    /// <summary>Died, or another reason.</summary>
    Other,

    /// <summary>Would have stayed, but a policy ceases plans earlier.</summary>
    Policy,
}
