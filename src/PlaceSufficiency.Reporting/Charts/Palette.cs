using OxyPlot;

namespace PlaceSufficiency.Reporting.Charts;

/// <summary>
/// Colours that people with the common kinds of colour blindness tell apart: Paul Tol's "muted" scheme, which also differs in lightness
/// when printed in grey. No figure is told by colour alone: each chart has its table.
/// </summary>
internal static class Palette
{
    private static readonly OxyColor[] _colours =
    [
        OxyColor.FromRgb(0x33, 0x22, 0x88), OxyColor.FromRgb(0xDD, 0xCC, 0x77), OxyColor.FromRgb(0x88, 0xCC, 0xEE),
        OxyColor.FromRgb(0xCC, 0x66, 0x77), OxyColor.FromRgb(0x11, 0x77, 0x33), OxyColor.FromRgb(0xAA, 0x44, 0x99),
        OxyColor.FromRgb(0x44, 0xAA, 0x99), OxyColor.FromRgb(0x99, 0x99, 0x33), OxyColor.FromRgb(0x88, 0x22, 0x55),
        OxyColor.FromRgb(0xBB, 0xBB, 0xBB), OxyColor.FromRgb(0x44, 0x44, 0x44),
    ];

    /// <summary>Colour of the series in that position, from 0; after the eleventh they repeat.</summary>
    internal static OxyColor Colour(int position) => _colours[position % _colours.Length];

    /// <summary>Colour of the line in that position, from 0: dark ones only.</summary>
    internal static OxyColor Line(int position) => position == 0 ? Colour(0) : Colour(3);

    /// <summary>Text and axes.</summary>
    internal static OxyColor Ink { get; } = OxyColor.FromRgb(0x1B, 0x1B, 0x1B);

    /// <summary>Grid lines.</summary>
    internal static OxyColor Grid { get; } = OxyColor.FromRgb(0xD9, 0xD9, 0xD9);
}
