using PlaceSufficiency.Domain.Findings;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PlaceSufficiency.Storage.Yaml;

/// <summary>
/// Reads YAML into nodes, bounded: one document, at most 20 levels, at most 50 aliases, at most 100,000 nodes once aliases are followed.
/// An alias shares its anchor's node, so following it costs nothing here. Tags and merge keys are refused.
/// </summary>
internal sealed class YamlTree
{
    /// <summary>Most aliases in a file.</summary>
    internal const int MostAliases = 50;

    /// <summary>Most levels of nesting, aliases followed.</summary>
    internal const int MostLevels = 20;

    /// <summary>Most nodes, aliases followed.</summary>
    internal const long MostNodes = 100_000;

    private readonly string _file;
    private readonly Parser _parser;
    private readonly Dictionary<AnchorName, YamlNode> _anchors = [];
    private int _aliases;

    private YamlTree(string file, TextReader text)
    {
        _file = file;
        _parser = new Parser(text);
    }

    /// <summary>The root of the only document.</summary>
    /// <exception cref="FindingsException">The text is not YAML, or is beyond the bounds.</exception>
    public static YamlNode Read(string file, string text)
    {
        using StringReader reader = new(text);
        YamlTree tree = new(file, reader);
        try
        {
            return tree.ReadDocument();
        }
        catch (YamlException exception)
        {
            int tab = Array.FindIndex(text.Split('\n'), line => line.TrimStart(' ').StartsWith('\t')) + 1;
            int row = tab > 0 ? tab : (int)Math.Max(exception.Start.Line, exception.End.Line);
            string? maybe = tab > 0 ? "the line is indented with a tab; use spaces." : null;
            throw tree.Refuse("bad-yaml", $"This is not YAML: {exception.Message.TrimEnd('.')}.", row, maybe: maybe);
        }
    }

    private YamlNode ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            throw Refuse("empty-file", "The file is empty.", null);
        }

        _parser.Consume<DocumentStart>();
        YamlNode root = ReadNode(1);
        _parser.Consume<DocumentEnd>();
        return _parser.Accept<StreamEnd>(out _)
            ? root
            : throw Refuse("several-documents", "The file holds more than one YAML document.", LineOf(_parser.Current));
    }

    private YamlNode ReadNode(int level)
    {
        if (level > MostLevels)
        {
            throw Refuse("too-deep", $"The file nests more than {MostLevels} levels.", LineOf(_parser.Current));
        }

        if (_parser.TryConsume<AnchorAlias>(out AnchorAlias? alias))
        {
            return ReadAlias(alias!, level);
        }

        if (!_parser.Accept<NodeEvent>(out NodeEvent? next) || next is null)
        {
            throw Refuse("bad-yaml", "A value is missing here.", LineOf(_parser.Current));
        }

        if (!next.Tag.IsEmpty)
        {
            throw Refuse("tag", "Tags are not used in scenario files.", LineOf(next), next.Tag.Value);
        }

        YamlNode node = next switch
        {
            Scalar scalar => ReadScalar(scalar),
            SequenceStart start => ReadSequence(start, level),
            _ => ReadMapping((MappingStart)next, level),
        };
        if (!next.Anchor.IsEmpty)
        {
            _anchors[next.Anchor] = node;
        }

        return node.Size <= MostNodes ? node : throw Refuse("too-many-nodes", $"The file holds more than {MostNodes} values once aliases are followed.", node.Line);
    }

    private YamlScalar ReadScalar(Scalar scalar)
    {
        _parser.MoveNext();
        return new YamlScalar(LineOf(scalar)!.Value, scalar.Value, scalar.Style == ScalarStyle.Plain);
    }

    private YamlNode ReadAlias(AnchorAlias alias, int level)
    {
        if (++_aliases > MostAliases)
        {
            throw Refuse("too-many-aliases", $"The file uses more than {MostAliases} aliases.", LineOf(alias));
        }

        if (!_anchors.TryGetValue(alias.Value, out YamlNode? node))
        {
            throw Refuse("unknown-alias", "No anchor of this name stands before the alias.", LineOf(alias), alias.Value.Value);
        }

        return level + node.Depth - 1 <= MostLevels
            ? node
            : throw Refuse("too-deep", $"The file nests more than {MostLevels} levels once aliases are followed.", LineOf(alias));
    }

    private YamlSequence ReadSequence(SequenceStart start, int level)
    {
        _parser.MoveNext();
        List<YamlNode> items = [];
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(level + 1));
        }

        return new YamlSequence(LineOf(start)!.Value, items);
    }

    private YamlMapping ReadMapping(MappingStart start, int level)
    {
        _parser.MoveNext();
        List<YamlEntry> entries = [];
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            YamlNode key = ReadNode(level + 1);
            if (key is not YamlScalar { Text: var text } name || text == "<<")
            {
                throw Refuse(key is YamlScalar ? "merge-key" : "bad-key", "A key is a single name; merging is not used in scenario files.", key.Line);
            }

            entries.Add(new YamlEntry(name, ReadNode(level + 1)));
        }

        return new YamlMapping(LineOf(start)!.Value, entries);
    }

    private static int? LineOf(ParsingEvent? parsed) => parsed is null ? null : (int)parsed.Start.Line;

    private FindingsException Refuse(string code, string message, int? line, string? value = null, string? maybe = null) =>
        new([Finding.Error(code, message, _file, line, value: value, maybe: maybe)]);
}
