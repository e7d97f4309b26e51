using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Forecasting.Fans;

/// <summary>Pupils holding a plan that a fan is of; null stands for all.</summary>
/// <param name="Phase">Phase they are in.</param>
/// <param name="Need">Their primary need.</param>
/// <param name="Level">Level their plans call for.</param>
public readonly record struct FanMeasure(Phase? Phase, PrimaryNeed? Need, ProvisionLevel? Level)
{
    /// <summary>Everyone.</summary>
    public static FanMeasure Total { get; }

    /// <summary>Every measure: all, by one of phase, need and level, and by two of them.</summary>
    public static IReadOnlyList<FanMeasure> All { get; } =
    [
        .. from phase in WithAll<Phase>()
           from need in WithAll<PrimaryNeed>()
           from level in WithAll<ProvisionLevel>()
           where phase is null || need is null || level is null
           select new FanMeasure(phase, need, level),
    ];

    private static T?[] WithAll<T>()
        where T : struct, Enum => [null, .. Enum.GetValues<T>().Select(value => (T?)value)];
}
