using System.Reflection;

namespace PlaceSufficiency.Cli;

/// <summary>Version of this program.</summary>
public static class ToolVersion
{
    /// <summary>"1.0.0", without the commit it was built from.</summary>
    public static string Text { get; } = typeof(ToolVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";
}
