namespace PlaceSufficiency.Benchmarks.Facility;

/// <summary>
/// Optimal values as OR-Library publishes them: J.E. Beasley, "OR-Library: distributing test problems by electronic mail", Journal of the
/// Operational Research Society 41 (1990); files capopt and pmedopt, read November 2026.
/// </summary>
internal static class PublishedOptima
{
    private static readonly decimal[] _medians =
    [
        5819, 4093, 4250, 3034, 1355, 7824, 5631, 4445, 2734, 1255, 7696, 6634, 4374, 2968, 1729, 8162, 6999, 4809, 2845, 1789,
        9138, 8579, 4619, 2961, 1828, 9917, 8307, 4498, 3033, 1989, 10086, 9297, 4700, 3013, 10400, 9934, 5057, 11060, 9423, 5128,
    ];

    private static readonly Dictionary<string, decimal> _sites = new()
    {
        ["cap41"] = 1040444.375m,
        ["cap42"] = 1098000.450m,
        ["cap43"] = 1153000.450m,
        ["cap44"] = 1235500.450m,
        ["cap51"] = 1025208.225m,
        ["cap61"] = 932615.750m,
        ["cap62"] = 977799.400m,
        ["cap63"] = 1014062.050m,
        ["cap64"] = 1045650.250m,
        ["cap71"] = 932615.750m,
        ["cap72"] = 977799.400m,
        ["cap73"] = 1010641.450m,
        ["cap74"] = 1034976.975m,
        ["cap81"] = 838499.288m,
        ["cap82"] = 910889.563m,
        ["cap83"] = 975889.563m,
        ["cap84"] = 1069369.525m,
        ["cap91"] = 796648.438m,
        ["cap92"] = 855733.500m,
        ["cap93"] = 896617.538m,
        ["cap94"] = 946051.325m,
        ["cap101"] = 796648.437m,
        ["cap102"] = 854704.200m,
        ["cap103"] = 893782.112m,
        ["cap104"] = 928941.750m,
        ["cap111"] = 826124.713m,
        ["cap112"] = 901377.213m,
        ["cap113"] = 970567.750m,
        ["cap114"] = 1063356.488m,
        ["cap121"] = 793439.563m,
        ["cap122"] = 852524.625m,
        ["cap123"] = 895302.325m,
        ["cap124"] = 946051.325m,
        ["cap131"] = 793439.562m,
        ["cap132"] = 851495.325m,
        ["cap133"] = 893076.712m,
        ["cap134"] = 928941.750m,
        ["capa 8000"] = 19240822.449m,
        ["capa 10000"] = 18438046.543m,
        ["capa 12000"] = 17765201.949m,
        ["capa 14000"] = 17160439.012m,
        ["capb 5000"] = 13656379.578m,
        ["capb 6000"] = 13361927.449m,
        ["capb 7000"] = 13198556.434m,
        ["capb 8000"] = 13082516.496m,
        ["capc 5000"] = 11646596.974m,
        ["capc 5750"] = 11570340.289m,
        ["capc 6500"] = 11518743.744m,
        ["capc 7250"] = 11505767.394m,
    };

    /// <summary>The published value, in the file's unit; null where none is known here.</summary>
    internal static decimal? Of(string name) =>
        _sites.TryGetValue(name, out decimal value) ? value
        : name.StartsWith("pmed", StringComparison.Ordinal) && int.TryParse(name[4..], out int number) && number >= 1 && number <= _medians.Length ? _medians[number - 1]
        : null;
}
