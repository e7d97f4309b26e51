namespace PlaceSufficiency.Allocation.Openings;

/// <summary>
/// Choices of openings with a range for each item, by position: its options in order, then shut, at position <c>Options.Length</c>.
/// </summary>
/// <param name="Low">First position left to each item.</param>
/// <param name="High">Last position left to each item.</param>
internal sealed record OpeningBox(int[] Low, int[] High)
{
    /// <summary>Every choice; committed schemes open in their one option.</summary>
    public static OpeningBox All(OpeningSpace space) =>
        new([.. space.Items.Select(_ => 0)], [.. space.Items.Select(item => item.IsCommitted ? 0 : item.Options.Length)]);

    /// <summary>One choice.</summary>
    public static OpeningBox Of(OpeningSpace space, int[] choice)
    {
        int[] positions = [.. choice.Select((option, i) => option == OpeningSpace.Closed ? space.Items[i].Options.Length : option)];
        return new OpeningBox(positions, positions);
    }

    /// <summary>Whether one position is left to the item.</summary>
    public bool IsDecided(int item) => Low[item] == High[item];

    /// <summary>The option of a decided item.</summary>
    public int OptionOf(OpeningSpace space, int item) => Low[item] < space.Items[item].Options.Length ? Low[item] : OpeningSpace.Closed;

    /// <summary>The item up to a position, and after it.</summary>
    public (OpeningBox UpTo, OpeningBox After) Split(int item, int position)
    {
        int[] high = [.. High];
        int[] low = [.. Low];
        (high[item], low[item]) = (position, position + 1);
        return (this with { High = high }, this with { Low = low });
    }
}
