using System.Security.Cryptography;
using System.Text;

namespace PlaceSufficiency.Cli;

/// <summary>
/// Which program made a result: the version, and a fingerprint of the compiled code that results depend on. Compilation is deterministic, so two builds of the same
/// code are the same program, and any change of the forecast, the optimiser, the audit or the archive's tables is another.
/// </summary>
public static class BuildIdentity
{
    private const int Digits = 12;

    private static readonly Type[] _determining =
        [typeof(Domain.Planning.PlanningCase), typeof(Forecasting.Forecaster), typeof(Allocation.Allocator), typeof(Scenarios.Scenario), typeof(Storage.Cases.CaseReader)];

    /// <summary>"1.0.0+3f2a9c0b1d4e".</summary>
    public static string Text { get; } = $"{ToolVersion.Text}+{Fingerprint()}";

    private static string Fingerprint()
    {
        string modules = string.Concat(_determining.Select(type => $"{type.Assembly.GetName().Name} {type.Assembly.ManifestModule.ModuleVersionId}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(modules)))[..Digits];
    }
}
