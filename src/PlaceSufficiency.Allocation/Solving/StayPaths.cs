using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Allocation.Paths;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;

namespace PlaceSufficiency.Allocation.Solving;

/// <summary>A plan stay by stay, whatever classes a tier merged them into.</summary>
internal sealed class StayPaths
{
    private readonly CompiledCase _compiled;
    private readonly List<(short[] Choices, int Pupils)>[] _paths;

    private StayPaths(CompiledCase compiled, List<(short[] Choices, int Pupils)>[] paths) => (_compiled, _paths) = (compiled, paths);

    /// <summary>The plan that always exists: pupils stay where they stand while they fit and are unplaced otherwise.</summary>
    public static StayPaths Standing(CompiledCase compiled) => new(compiled, [.. compiled.Stays.Select(stay => new List<(short[], int)> { (StandingChoices(stay), stay.Stay.Pupils) })]);

    /// <summary>Hands the paths of classes to their members, in order.</summary>
    public static StayPaths Of(CompiledCase compiled, IReadOnlyList<PathClass> classes, IEnumerable<ChosenPath> chosen)
    {
        List<(short[] Choices, int Pupils)>[] paths = [.. compiled.Stays.Select(_ => new List<(short[], int)>())];
        foreach (IGrouping<int, ChosenPath> of in chosen.GroupBy(path => path.Column.Class))
        {
            Queue<ChosenPath> waiting = new(of);
            int left = waiting.Peek().Pupils;
            foreach (int s in classes[of.Key].Members)
            {
                int needed = compiled.Stays[s].Stay.Pupils;
                while (needed > 0)
                {
                    int taken = Math.Min(needed, left);
                    paths[s].Add((waiting.Peek().Column.Choices, taken));
                    (needed, left) = (needed - taken, left - taken);
                    if (left == 0)
                    {
                        waiting.Dequeue();
                        left = waiting.Count > 0 ? waiting.Peek().Pupils : 0;
                    }
                }
            }
        }

        return new StayPaths(compiled, paths);
    }

    /// <summary>The same plan over classes.</summary>
    public IReadOnlyList<ChosenPath> Over(IReadOnlyList<PathClass> classes) =>
        [.. classes.SelectMany((of, k) => of.Members
            .SelectMany(s => _paths[s])
            .Select(path => (Column: new PathColumn(k, path.Choices), path.Pupils))
            .GroupBy(path => path.Column.Key)
            .Select(group => new ChosenPath(group.First().Column, group.Sum(path => path.Pupils))))];

    /// <summary>The plan in the words of the field.</summary>
    public IReadOnlyList<PupilPath> ToPupilPaths() =>
        [.. _compiled.Stays.SelectMany((stay, s) => _paths[s].Select(path => new PupilPath(
            stay.Stay.Number,
            path.Pupils,
            [.. path.Choices.Select(c => c < 0 ? (ProvisionId?)null : _compiled.Provisions[stay.Candidates[c]].Id)])))];

    private static short[] StandingChoices(CompiledStay stay)
    {
        short[] choices = new short[stay.Length];
        int at = stay.Before;
        for (int step = 0; step < stay.Length; step++)
        {
            at = at >= 0 && stay.Fits[step, at] ? at : -1;
            choices[step] = (short)at;
        }

        return choices;
    }
}
