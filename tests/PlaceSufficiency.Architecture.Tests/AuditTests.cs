using System.Reflection;

namespace PlaceSufficiency.Architecture.Tests;

/// <summary>The audit re-checks plans by code that never saw the solver, so it may share nothing with it but the domain.</summary>
public class AuditTests
{
    private const string AuditRoom = "PlaceSufficiency.Allocation.Audit";

    private static readonly Assembly _allocation = Assembly.Load("PlaceSufficiency.Allocation");

    private static readonly Type[] _inAudit = [.. _allocation.GetTypes().Where(IsInAudit)];

    private static readonly Type[] _outsideAudit = [.. _allocation.GetTypes().Where(type => type.Namespace is not null && !IsInAudit(type))];

    [Fact]
    public void The_audit_uses_no_other_room_of_allocation()
    {
        var shared = _inAudit.SelectMany(type => MentionedTypes.Of(type).Intersect(_outsideAudit).Where(IsHouseCode).Select(other => $"{type} uses {other}"));

        Assert.Empty(shared);
    }

    [Fact]
    public void The_audit_uses_no_solver()
    {
        var solvers = _inAudit.SelectMany(type => MentionedTypes.Of(type).Where(IsSolver).Select(other => $"{type} uses {other}"));

        Assert.Empty(solvers);
    }

    [Fact]
    public void What_is_used_inside_bodies_is_seen()
    {
        // Without these the two tests above could pass by looking at nothing.
        Assert.Contains(_inAudit, type => MentionedTypes.Of(type).Any(other => other.FullName == "PlaceSufficiency.Domain.Planning.PlacementRules"));
        Assert.Contains(_outsideAudit, type => MentionedTypes.Of(type).Any(IsSolver));
    }

    private static bool IsInAudit(Type type) => $"{type.Namespace}.".StartsWith($"{AuditRoom}.", StringComparison.Ordinal);

    private static bool IsHouseCode(Type type) => type.Namespace!.StartsWith("PlaceSufficiency.", StringComparison.Ordinal);

    private static bool IsSolver(Type type) => type.Namespace?.StartsWith("Google.", StringComparison.Ordinal) == true;
}
