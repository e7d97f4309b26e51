namespace PlaceSufficiency.Benchmarks.Ladder;

/// <summary>
/// A whole case as plain columns and rows, written once and fed to every peer. A column is a spell: pupils of a stay who start at a provision in a
/// year and are there until they no longer fit, a transfer reopens the placement or the stay ends; or a year without a place. Rows are the states
/// between spells (what comes in goes out) and the places of a provision in a year. Every allowed route is a column: not the nearest few.
/// </summary>
internal sealed class NeutralModel
{
    /// <summary>Pence that a pupil-year without a place counts for: more than any pupil's year at a place can save.</summary>
    internal const double PenceOfUnplaced = 200_000_000;

    /// <summary>Pence that a pupil-year above places counts for, apart from its price.</summary>
    internal const double PenceOfOverNumber = 20_000_000;

    /// <summary>Planned years.</summary>
    internal int Years { get; init; }

    /// <summary>Where each stay's states start, and one past the last.</summary>
    internal List<int> StayStates { get; } = [0];

    /// <summary>Pupils who enter at each state.</summary>
    internal List<int> Supply { get; } = [];

    /// <summary>Where each stay's columns start, and one past the last; columns of a stay are in order of their first state.</summary>
    internal List<int> StayColumns { get; } = [0];

    /// <summary>The columns.</summary>
    internal List<SpellColumn> Columns { get; } = [];

    /// <summary>Pupils of each stay: the most that can take a column.</summary>
    internal List<int> Pupils { get; } = [];

    /// <summary>Places left by provision and year once those who cannot choose are seated; negative where they are above places.</summary>
    internal int[,] Places { get; init; } = new int[0, 0];

    /// <summary>Most pupils above places, by provision and year.</summary>
    internal int[,] OverMost { get; init; } = new int[0, 0];

    /// <summary>Pence of a pupil above places, by provision and year.</summary>
    internal double[,] OverPence { get; init; } = new double[0, 0];

    /// <summary>Columns that could take a place, by provision and year, in pupils: a row that cannot bind is left out.</summary>
    internal long[,] Possible { get; init; } = new long[0, 0];

    /// <summary>Pence of those who cannot choose.</summary>
    internal double FixedPence { get; set; }

    /// <summary>Openings that may be chosen: one scheme in one September each.</summary>
    internal List<OpeningColumn> Openings { get; } = [];

    /// <summary>Rules of the openings: sums of multiples of them that may not exceed a limit.</summary>
    internal List<(IReadOnlyList<(int Opening, double Times)> Terms, double Most)> OpeningRows { get; } = [];

    /// <summary>Whether the places of a provision in a year can run out.</summary>
    internal bool CanBind(int provision, int year) => Possible[provision, year] > Places[provision, year];
}

/// <summary>A column of the model.</summary>
/// <param name="Stay">Position of the stay among those modelled.</param>
/// <param name="From">State it leaves.</param>
/// <param name="To">State it enters; -1 when the stay ends.</param>
/// <param name="Provision">Where they are; -1 for nowhere.</param>
/// <param name="First">First planned year, by index.</param>
/// <param name="Last">Last planned year.</param>
/// <param name="Pence">What one pupil counts for.</param>
internal readonly record struct SpellColumn(int Stay, int From, int To, int Provision, int First, int Last, double Pence);

/// <summary>One scheme opened in one September: chosen or not.</summary>
/// <param name="Scheme">Position of the scheme in the case.</param>
/// <param name="Provision">Provision that gains the places.</param>
/// <param name="Year">Planned year in which it opens, by index.</param>
/// <param name="Pence">Capital and place funding.</param>
/// <param name="Residents">Resident places it adds, by planned year.</param>
/// <param name="Above">Pupils above them that may be there in addition, by planned year; may be negative.</param>
internal sealed record OpeningColumn(int Scheme, int Provision, int Year, double Pence, int[] Residents, int[] Above);
