namespace PlaceSufficiency.Storage.Yaml;

/// <summary>A node of a YAML file and where it stands.</summary>
/// <param name="Line">Line in the file, 1 being the first.</param>
internal abstract record YamlNode(int Line)
{
    /// <summary>Levels of nesting from here down, aliases followed; 1 for a scalar.</summary>
    public int Depth { get; protected init; } = 1;

    /// <summary>Nodes from here down, aliases followed; 1 for a scalar.</summary>
    public long Size { get; protected init; } = 1;

    /// <summary>What it is, for messages.</summary>
    public abstract string What { get; }
}

/// <summary>A text, number or year.</summary>
/// <param name="Line">Line in the file.</param>
/// <param name="Text">The text, without quotes.</param>
/// <param name="IsPlain">Whether it stands without quotes.</param>
internal sealed record YamlScalar(int Line, string Text, bool IsPlain) : YamlNode(Line)
{
    /// <summary>Whether it says nothing: blank, "~" or "null".</summary>
    public bool IsNull => IsPlain && Text is "" or "~" or "null";

    /// <inheritdoc/>
    public override string What => "a single value";
}

/// <summary>A list.</summary>
internal sealed record YamlSequence : YamlNode
{
    public YamlSequence(int line, IReadOnlyList<YamlNode> items)
        : base(line)
    {
        Items = items;
        Depth = 1 + items.Select(item => item.Depth).DefaultIfEmpty().Max();
        Size = 1 + items.Sum(item => item.Size);
    }

    /// <summary>Its items, in order.</summary>
    public IReadOnlyList<YamlNode> Items { get; }

    /// <inheritdoc/>
    public override string What => "a list";
}

/// <summary>One key of a mapping.</summary>
internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);

/// <summary>Keys and values.</summary>
internal sealed record YamlMapping : YamlNode
{
    public YamlMapping(int line, IReadOnlyList<YamlEntry> entries)
        : base(line)
    {
        Entries = entries;
        Depth = 1 + entries.Select(entry => entry.Value.Depth).DefaultIfEmpty().Max();
        Size = 1 + entries.Sum(entry => 1 + entry.Value.Size);
    }

    /// <summary>Its entries, in order; keys may repeat until they are checked.</summary>
    public IReadOnlyList<YamlEntry> Entries { get; }

    /// <inheritdoc/>
    public override string What => "keys and values";
}
