using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace PlaceSufficiency.Reporting.Html;

/// <summary>Writes HTML that is also well-formed XML. Every word and attribute value is encoded here and nowhere else.</summary>
internal sealed class HtmlText
{
    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _text = new();
    private readonly Stack<string> _open = new();

    /// <summary>Opens an element; close it with <see cref="Close"/>.</summary>
    internal HtmlText Open(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        StartTag(element, attributes);
        _open.Push(element);
        return this;
    }

    /// <summary>Closes the innermost open element.</summary>
    internal HtmlText Close()
    {
        _text.Append("</").Append(_open.Pop()).Append(">\n");
        return this;
    }

    /// <summary>An element that holds words.</summary>
    internal HtmlText Element(string element, string words, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        StartTag(element, attributes);
        _text.Append(_encoder.Encode(words)).Append("</").Append(element).Append(">\n");
        return this;
    }

    /// <summary>An element that has neither words nor an end.</summary>
    internal HtmlText Empty(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        StartTag(element, attributes, "/>\n");
        return this;
    }

    /// <summary>Data of the page, which no browser runs. Whoever makes it escapes what could end the element.</summary>
    internal HtmlText DataScript(string id, string json)
    {
        StartTag("script", [("type", "application/json"), ("id", id)]);
        _text.Append(json).Append("</script>\n");
        return this;
    }

    /// <summary>A script of this project, whose very bytes the page's policy names.</summary>
    internal HtmlText InlineScript(string script)
    {
        _text.Append("<script>").Append(script).Append("</script>\n");
        return this;
    }

    /// <summary>Markup that is trusted because this project made it: a drawing or the style sheet.</summary>
    internal HtmlText Trusted(string markup)
    {
        _text.Append(markup).Append('\n');
        return this;
    }

    /// <summary>What was written.</summary>
    /// <exception cref="InvalidOperationException">An element is still open.</exception>
    public override string ToString() => _open.Count == 0
        ? _text.ToString()
        : throw new InvalidOperationException($"<{_open.Peek()}> is still open.");

    private void StartTag(string element, ReadOnlySpan<(string Name, string Value)> attributes, string end = ">")
    {
        _text.Append('<').Append(element);
        foreach ((string name, string value) in attributes)
        {
            _text.Append(' ').Append(name).Append("=\"").Append(_encoder.Encode(value)).Append('"');
        }

        _text.Append(end);
    }
}
