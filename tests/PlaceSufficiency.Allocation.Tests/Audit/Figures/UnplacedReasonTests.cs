using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Testing;
using static PlaceSufficiency.Allocation.Tests.Audit.AuditWorld;
using static PlaceSufficiency.Testing.StayBuilder;
using static PlaceSufficiency.Testing.TinyWorld;

namespace PlaceSufficiency.Allocation.Tests.Audit.Figures;

/// <summary>One pupil from the south, 10 minutes from the special school and next to the base, unplaced in 2021/22.</summary>
public class UnplacedReasonTests
{
    [Fact]
    public void Nothing_is_designated_for_them() =>
        Reason(UnplacedCause.NoDesignation, [], Case(1), level: ProvisionLevel.HighlySpecialised);

    [Fact]
    public void What_is_designated_for_them_is_not_open()
    {
        var closed = Case(1).WithProvision(SpecialSchool, it => it with { Closes = First }).WithProvision(Base, it => it with { Opens = Second });

        Reason(UnplacedCause.NotOpen, [Base, SpecialSchool], closed);
    }

    [Fact]
    public void What_is_open_is_too_far()
    {
        var near = Case(1).WithProvision(Base, it => it with { Closes = First }) with { Travel = Case().Travel with { Ceiling = Minutes(9) } };

        Reason(UnplacedCause.TooFar, [SpecialSchool], near);
    }

    [Fact]
    public void What_is_within_reach_admits_nobody_new()
    {
        var shut = Case(1).WithProvision(Base, it => it with { NoNewPlacementsFrom = First }) with { Travel = Case().Travel with { Ceiling = Minutes(9) } };

        Reason(UnplacedCause.NoNewPlacements, [Base], shut);
    }

    [Fact]
    public void What_admits_is_full_and_the_nearest_is_named_first() =>
        Reason(UnplacedCause.Full, [Base, SpecialSchool], Taken(Case(1), Base, SpecialSchool));

    [Fact]
    public void A_provision_without_places_is_not_open_whatever_its_designation() =>
        Reason(UnplacedCause.NotOpen, [Base, SpecialSchool], Case(1).WithPlaces(Base, 0).WithPlaces(SpecialSchool, 0));

    [Fact]
    public void Only_full_provisions_are_named_as_full() =>
        Reason(UnplacedCause.Full, [SpecialSchool], Taken(Case(1).WithProvision(Base, it => it with { NoNewPlacementsFrom = First }), SpecialSchool));

    [Fact]
    public void A_place_that_over_number_allows_is_free()
    {
        var elastic = Case(1).WithPlaces(Base, 0).WithPlaces(SpecialSchool, 2).WithProvision(SpecialSchool, it => it with { OverNumberCeiling = 0.5m });
        var stays = new[] { Stay(1, 3, 1, 1, area: South), Stay(2, 3, 1, 1) };

        var report = With(elastic, stays).Audit(Path(0, 1, [null]), Path(1, 2, SpecialSchool));

        Assert.Equal(UnplacedCause.HeldForLater, report.Figures.Placements[0].Reason!.Cause);
    }

    [Fact]
    public void The_Inmss_limit_keeps_them_from_a_free_place() =>
        Reason(UnplacedCause.InmssLimit, [SpecialSchool], InmssOnly(limit: 0));

    [Fact]
    public void An_Inmss_limit_that_does_not_bind_keeps_nobody() =>
        Reason(UnplacedCause.HeldForLater, [SpecialSchool], InmssOnly(limit: 1));

    [Fact]
    public void The_Inmss_limit_is_not_to_blame_when_Inmss_is_full() =>
        Reason(UnplacedCause.Full, [SpecialSchool], Taken(InmssOnly(limit: 0), SpecialSchool));

    [Fact]
    public void The_Inmss_limit_is_not_to_blame_when_another_place_is_free() =>
        Reason(UnplacedCause.HeldForLater, [Base], InmssOnly(limit: 0).WithPlaces(Base, 1));

    [Fact]
    public void A_free_place_is_held_for_later() => Reason(UnplacedCause.HeldForLater, [Base, SpecialSchool], Case(1));

    private static PlanningCase InmssOnly(int limit) => Case(1).WithPlaces(Base, 0).WithKind(SpecialSchool, ProvisionKind.Inmss) with
    {
        Limits = new PlanLimits(PlanLimits.None.InmssPupils.Add(First, limit)),
    };

    /// <summary>One place each, taken by another authority's pupil.</summary>
    private static PlanningCase Taken(PlanningCase planningCase, params ProvisionId[] provisions) =>
        provisions.Aggregate(planningCase, (changed, provision) => changed.WithPlaces(provision, 1)) with
        {
            Imports = new PlacesByYear(provisions.Select(provision => (provision, BaseYear, 1))),
        };

    private static void Reason(UnplacedCause cause, ProvisionId[] provisions, PlanningCase planningCase, ProvisionLevel level = ProvisionLevel.Resourced)
    {
        var report = With(planningCase, Stay(1, 3, 1, 1, area: South, level: level, sex: Sex.Female)).Audit(Path(0, 1, [null]));

        Assert.Empty(report.Findings);
        var reason = Assert.Single(report.Figures.Placements).Reason!;
        Assert.Equal(cause, reason.Cause);
        Assert.Equal(provisions, reason.Provisions);
    }
}
