using System.Collections.Immutable;
using System.Globalization;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Published;

namespace PlaceSufficiency.Storage.Published;

/// <summary>The DfE release "Education, health and care plans", reporting year 2022: plans by age band, January 2010 to 2022.</summary>
public static class Release2022
{
    internal const string Caseload = "sen2_age_caseload.csv";

    /// <summary>Plans (statements included) of an authority by age band in January of a year.</summary>
    /// <param name="folder">Folder of the release.</param>
    /// <param name="authority">Name or ONS code.</param>
    /// <param name="censusYear">Calendar year of the January.</param>
    /// <exception cref="FindingsException">The file is missing or has nothing about the authority and year.</exception>
    public static ImmutableArray<AgeBandCount> AgeBands(string folder, string authority, int censusYear)
    {
        string year = censusYear.ToString(CultureInfo.InvariantCulture);
        ImmutableArray<AgeBandCount> bands =
        [
            .. from row in PublishedFile.Rows(folder, Caseload)
               where row["time_period"] == year && Is(row, authority)
               let band = AgeNames.Band(row["characteristic_age"])
               where band is not null
               orderby band.Value.From
               select new AgeBandCount(band.Value.From, band.Value.To, row.CountOrNone("Total_all")),
        ];
        return bands.Length > 0 ? bands : throw Missing(Caseload, authority, year);
    }

    internal static bool Is(PublishedRow row, string authority) =>
        string.Equals(row["la_name"], authority, StringComparison.OrdinalIgnoreCase) || row["new_la_code"] == authority;

    internal static FindingsException Missing(string file, string authority, string period) => new([Finding.Error(
        "published-authority", $"There is nothing about this authority in {period}.", file, key: "la_name", value: authority,
        maybe: "the authority is spelt otherwise, or is not in the folder.")]);
}
