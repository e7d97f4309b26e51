namespace PlaceSufficiency.Architecture.Tests;

public class NamingTests
{
    private static readonly string[] _emptyWords = ["Manager", "Helper", "Helpers", "Utils", "Common", "Service", "Base"];

    public static TheoryData<HouseProject> Projects => [.. House.Projects];

    [Theory, MemberData(nameof(Projects))]
    public void No_type_is_named_for_what_it_does_not_say(HouseProject project)
    {
        var vague = project.Compiled.TypesDefined
            .Where(type => _emptyWords.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal)));

        Assert.Empty(vague);
    }

    [Theory, MemberData(nameof(Projects))]
    public void No_room_is_named_for_what_it_does_not_say(HouseProject project)
    {
        var vague = project.Compiled.TypesDefined.Select(type => type.Namespace).Distinct()
            .Where(room => room.Split('.').Intersect(_emptyWords).Any());

        Assert.Empty(vague);
    }

    [Theory, MemberData(nameof(Projects))]
    public void Every_type_lives_in_a_namespace_of_its_project(HouseProject project)
    {
        var astray = project.Compiled.TypesDefined
            .Where(type => type.Namespace.Length > 0)
            .Where(type => !$"{type.Namespace}.".StartsWith($"PlaceSufficiency.{project.Name}.", StringComparison.Ordinal))
            .Where(type => !type.Namespace.StartsWith("System.", StringComparison.Ordinal) && !type.Namespace.StartsWith("Microsoft.", StringComparison.Ordinal));

        Assert.Empty(astray);
    }
}
