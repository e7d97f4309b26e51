using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace PlaceSufficiency.Reporting.Html;

/// <summary>
/// What every page carries: its style, the charts' library with its notice, and its script. They are committed files, embedded in this
/// assembly, and the page's policy lets a browser use these very bytes and nothing else.
/// </summary>
internal static class PageParts
{
    private const string Folder = "PlaceSufficiency.Reporting.Html.Page.";

    /// <summary>Says whose the library is and on what terms it is used.</summary>
    private const string Notice =
        "/*! Apache ECharts 6.1.0, Copyright 2017-2026 The Apache Software Foundation, Apache License 2.0; "
        + "with zrender, Copyright 2017 Baidu Inc., BSD 3-Clause License; d3, Copyright 2010-2021 Mike Bostock, ISC/BSD 3-Clause License; tslib, Copyright Microsoft Corporation, 0BSD. "
        + "The licences' texts stand beside this file in the source of PlaceSufficiency. */\n";

    /// <summary>The style sheet.</summary>
    internal static string Style { get; } = Resource("report.css");

    /// <summary>The charts' library.</summary>
    internal static string Library { get; } = Script(Notice + Resource("ECharts.echarts.min.js"));

    /// <summary>The page's own script.</summary>
    internal static string Own { get; } = Script(string.Join('\n', Names("Script.").Select(Resource)));

    /// <summary>Nothing is fetched, nothing is sent, and no script or style runs but those of the page.</summary>
    internal static string Policy { get; } =
        $"default-src 'none'; base-uri 'none'; form-action 'none'; style-src '{Hash(Style)}'; script-src '{Hash(Library)}' '{Hash(Own)}'; require-trusted-types-for 'script'";

    /// <summary>Keeps the page well-formed XML: in HTML the marks are comments of the script.</summary>
    private static string Script(string text) => $"/*<![CDATA[*/\n{text}\n/*]]>*/";

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static string[] Names(string folder) =>
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(Folder + folder, StringComparison.Ordinal)).Select(name => name[Folder.Length..]).Order(StringComparer.Ordinal)];

    private static string Resource(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Folder + name) ?? throw new InvalidOperationException($"The assembly does not hold {name}.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Trim('\n');
    }
}
