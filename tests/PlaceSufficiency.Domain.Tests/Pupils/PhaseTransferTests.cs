using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Domain.Tests.Pupils;

public class PhaseTransferTests
{
    [Fact]
    public void Placements_reopen_into_Reception_Year_12_and_Year_15() =>
        Assert.Equal([-1, 11, 14], YearGroup.All.Where(PhaseTransfer.ReopensPlacementAfter).Select(from => from.Value));

    [Fact]
    public void The_level_is_reviewed_wherever_the_phase_of_the_next_year_group_differs()
    {
        IEnumerable<int> differing = YearGroup.All.Where(from => from.After(1) is { } next && next.Phase != from.Phase).Select(from => from.Value);

        Assert.Equal([-1, 6, 11, 14], differing);
        Assert.Equal(differing, YearGroup.All.Where(PhaseTransfer.ChangesPhaseAfter).Select(from => from.Value));
    }
}
