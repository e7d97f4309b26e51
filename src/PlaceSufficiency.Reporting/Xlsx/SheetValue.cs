using System.Text;
using System.Xml;
using NodaTime;
using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Reporting.Xlsx;

/// <summary>A cell as the file format types it.</summary>
internal static class SheetValue
{
    /// <summary>Characters that a cell may hold: the file format's limit.</summary>
    internal const int LongestText = 32_767;

    private const string CutMark = " (cut here: a cell holds no more)";

    /// <summary>A number, a day or text; null for nothing.</summary>
    internal static object? Of(Cell cell) => cell switch
    {
        TextCell text => Text(text.Value),
        CountCell count => count.Value,
        MoneyCell money => money.Value.Value,
        JourneyCell journey => decimal.Round(journey.Value.BclCompatibleTicks / (decimal)NodaConstants.TicksPerMinute, 1, MidpointRounding.AwayFromZero),
        NumberCell number => number.Value,
        DateCell date => date.Value.ToDateTimeUnspecified(),
        SuppressedCell => SuppressedCell.Mark,
        _ => null,
    };

    private static string? Text(string words)
    {
        string kept = words.All(XmlConvert.IsXmlChar) ? words : Readable(words);
        return kept.Length == 0 ? null : kept.Length <= LongestText ? kept : $"{kept[..(LongestText - CutMark.Length)]}{CutMark}";
    }

    /// <summary>The words without what XML cannot hold, such as control characters and half surrogates.</summary>
    private static string Readable(string words)
    {
        StringBuilder text = new();
        for (int i = 0; i < words.Length; i++)
        {
            if (i + 1 < words.Length && XmlConvert.IsXmlSurrogatePair(words[i + 1], words[i]))
            {
                text.Append(words, i, 2);
                i++;
            }
            else
            {
                text.Append(XmlConvert.IsXmlChar(words[i]) ? words[i] : '\uFFFD');
            }
        }

        return text.ToString();
    }
}
