using System.IO.Compression;
using System.Text;
using PlaceSufficiency.Storage.Published.Series;

namespace PlaceSufficiency.Storage.Tests.Published.Series;

/// <summary>Small published files of made-up figures, in both layouts.</summary>
internal sealed class SeriesFiles : IDisposable
{
    internal const string Head2022 = "time_period,geographic_level,country_code,country_name,region_code,region_name,new_la_code,la_name,characteristic_age,";
    internal const string Head2025 = "time_period,geographic_level,country_code,country_name,region_code,region_name,new_la_code,la_name,breakdown_topic,breakdown,";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("series");

    public void Dispose() => _folder.Delete(recursive: true);

    internal static string Row(string period, string code, string name, string what, string count) =>
        code.StartsWith("E92", StringComparison.Ordinal)
            ? $"{period},National,{code},{name},,,,,{what},{count}"
            : code.StartsWith("E12", StringComparison.Ordinal)
                ? $"{period},Regional,E92000001,England,{code},{name},,,{what},{count}"
                : $"{period},Local authority,E92000001,England,E12000008,South East,{code},{name},{what},{count}";

    internal string Put(string name, string header, params string[] rows)
    {
        string path = Path.Combine(_folder.FullName, name);
        byte[] bytes = Encoding.UTF8.GetBytes(string.Join('\n', [header, .. rows, string.Empty]));
        using Stream file = File.Create(path);
        using Stream stream = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Compress) : file;
        stream.Write(bytes);
        return path;
    }

    /// <summary>A caseload in the layout of 2022: rows of "code name period band count".</summary>
    internal SeriesReading Caseload(params (string Period, string Code, string Band, string Count)[] rows) => PublishedSeriesReader.Read(
        Put("caseload.csv", Head2022 + "Total_all", [.. rows.Select(row => Row(row.Period, row.Code, $"Place {row.Code[^2..]}", row.Band, row.Count))]), null, null);
}
