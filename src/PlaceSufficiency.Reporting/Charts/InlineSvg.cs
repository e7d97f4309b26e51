using System.Xml.Linq;

namespace PlaceSufficiency.Reporting.Charts;

/// <summary>Makes an exported SVG fit to stand inside a page: scaled by its view box, named, with ids of its own and no namespaces.</summary>
internal static class InlineSvg
{
    /// <summary>The element as it stands in HTML.</summary>
    /// <param name="exported">SVG as the exporter writes it.</param>
    /// <param name="key">Unique on the page; goes before every id.</param>
    /// <param name="title">What it shows.</param>
    internal static string From(string exported, string key, string title)
    {
        XElement original = XElement.Parse(exported, LoadOptions.None);
        XElement svg = Bare(original, key);
        string size = $"0 0 {(string?)original.Attribute("width")} {(string?)original.Attribute("height")}";
        svg.ReplaceAttributes(
            new XAttribute("viewBox", size), new XAttribute("role", "img"), new XAttribute("aria-label", title));
        svg.AddFirst(new XElement("title", title));
        return svg.ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Bare(XElement element, string key) => new(
        element.Name.LocalName,
        element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration)
            .Select(attribute => new XAttribute(attribute.Name.LocalName, Renamed(attribute, key))),
        element.Nodes().Select(node => node is XElement child ? Bare(child, key) : node));

    private static string Renamed(XAttribute attribute, string key) => attribute.Name.LocalName switch
    {
        "id" => $"{key}-{attribute.Value}",
        "font-family" => $"{attribute.Value}, Helvetica, sans-serif",
        _ => attribute.Value.Replace("url(#", $"url(#{key}-", StringComparison.Ordinal),
    };
}
