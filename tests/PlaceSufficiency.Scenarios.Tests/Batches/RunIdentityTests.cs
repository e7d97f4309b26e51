using PlaceSufficiency.Scenarios.Batches;

namespace PlaceSufficiency.Scenarios.Tests.Batches;

/// <summary>Whatever determines a run changes its id, and nothing else does.</summary>
public sealed class RunIdentityTests
{
    private static readonly RunIdentity _run = new("1.0.0+a", "f00d", "do-nothing.yaml", [new("inmss.cap.2027", 40)], new DemandFuture(7, 3), KeptResults.Summary);

    public static TheoryData<RunIdentity> Others => new()
    {
        new RunIdentity("1.0.0+b", "f00d", "do-nothing.yaml", [new("inmss.cap.2027", 40)], new DemandFuture(7, 3), KeptResults.Summary),
        new RunIdentity("1.0.0+a", "f00e", "do-nothing.yaml", [new("inmss.cap.2027", 40)], new DemandFuture(7, 3), KeptResults.Summary),
        new RunIdentity("1.0.0+a", "f00d", "do-something.yaml", [new("inmss.cap.2027", 40)], new DemandFuture(7, 3), KeptResults.Summary),
        new RunIdentity("1.0.0+a", "f00d", "do-nothing.yaml", [new("inmss.cap.2027", 41)], new DemandFuture(7, 3), KeptResults.Summary),
        new RunIdentity("1.0.0+a", "f00d", "do-nothing.yaml", [], new DemandFuture(7, 3), KeptResults.Summary),
        new RunIdentity("1.0.0+a", "f00d", "do-nothing.yaml", [new("inmss.cap.2027", 40)], new DemandFuture(8, 3), KeptResults.Summary),
        new RunIdentity("1.0.0+a", "f00d", "do-nothing.yaml", [new("inmss.cap.2027", 40)], new DemandFuture(7, 4), KeptResults.Summary),
        new RunIdentity("1.0.0+a", "f00d", "do-nothing.yaml", [new("inmss.cap.2027", 40)], null, KeptResults.Summary),
        new RunIdentity("1.0.0+a", "f00d", "do-nothing.yaml", [new("inmss.cap.2027", 40)], new DemandFuture(7, 3), KeptResults.Tables),
    };

    [Theory, MemberData(nameof(Others))]
    public void Another_run_has_another_id(RunIdentity other)
    {
        Assert.NotEqual(_run.Id, other.Id);
        Assert.NotEqual(_run, other);
    }

    [Fact]
    public void The_same_run_has_the_same_id_however_the_value_is_written()
    {
        RunIdentity same = new("1.0.0+a", "f00d", "do-nothing.yaml", [new("inmss.cap.2027", 40.00m)], new DemandFuture(7, 3), KeptResults.Summary);

        Assert.Equal(_run.Id, same.Id);
        Assert.Equal(_run, same);
        Assert.Equal(RunIdentity.IdLength, _run.Id.Length);
    }

    [Fact]
    public void A_matrix_goes_future_by_future()
    {
        Batch batch = new("b", ["x", "y"], new PathCount(2, 5), [[new Sweep("inmss.cap.2027", [1, 2])]], KeptResults.Summary);

        Assert.Equal(
            ["5/0 0 1", "5/0 0 2", "5/0 1 1", "5/0 1 2", "5/1 0 1", "5/1 0 2", "5/1 1 1", "5/1 1 2"],
            RunMatrix.Of(batch, 2).Runs.Select(run => $"{run.Future} {run.Scenario} {run.Settings[0].Value}"));
    }
}
