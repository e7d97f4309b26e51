namespace PlaceSufficiency.Reporting;

/// <summary>A file that a run was read from.</summary>
/// <param name="Path">Path within the case folder, parts separated by "/".</param>
/// <param name="Sha256">SHA-256 of its content, lower-case hexadecimal.</param>
public sealed record InputPrint(string Path, string Sha256);

/// <summary>Something a scenario states other than its base.</summary>
/// <param name="Change">Name of the change, as scenario files have it.</param>
/// <param name="Key">What it changes: "places/great-oaks/2023/24".</param>
/// <param name="Old">What the base states.</param>
/// <param name="New">What the scenario states.</param>
public sealed record StatedChange(string Change, string Key, string Old, string New);

/// <summary>Where the figures of a run come from, so that each can be traced and made again.</summary>
/// <param name="ToolVersion">Version of the program that made the plan.</param>
/// <param name="Inputs">Every file it was read from, by path.</param>
/// <param name="Changes">What the scenario changes in its base, in order.</param>
public sealed record RunTrail(string ToolVersion, IReadOnlyList<InputPrint> Inputs, IReadOnlyList<StatedChange> Changes)
{
    /// <summary>Nothing is known of where the figures come from.</summary>
    public static RunTrail Unknown { get; } = new("unknown", [], []);
}
