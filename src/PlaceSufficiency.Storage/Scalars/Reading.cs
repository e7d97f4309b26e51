namespace PlaceSufficiency.Storage.Scalars;

/// <summary>Why a text is not the value it should be.</summary>
/// <param name="Code">Stable kebab-case name of the check.</param>
/// <param name="Message">What is wrong, one sentence.</param>
/// <param name="Maybe">What may have been meant, one sentence without "Maybe"; null where nothing is likely.</param>
internal sealed record Problem(string Code, string Message, string? Maybe = null);

/// <summary>A text that was read: either its value or what is wrong with it.</summary>
/// <param name="Value">The value; meaningless when there is a problem.</param>
/// <param name="Problem">What is wrong; null when the text was understood.</param>
internal readonly record struct Reading<T>(T Value, Problem? Problem)
{
    public static implicit operator Reading<T>(T value) => new(value, null);

    public static implicit operator Reading<T>(Problem problem) => new(default!, problem);

    /// <summary>The value turned into another, or the same problem.</summary>
    public Reading<TResult> Then<TResult>(Func<T, Reading<TResult>> next) => Problem is null ? next(Value) : Problem;
}
