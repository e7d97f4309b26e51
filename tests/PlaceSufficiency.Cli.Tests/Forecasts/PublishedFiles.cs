using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace PlaceSufficiency.Cli.Tests.Forecasts;

/// <summary>Made-up published files in the layout of the 2022 release: three authorities and England, Januaries 2014 to 2022.</summary>
internal sealed class PublishedFiles : IDisposable
{
    private const string Head = "time_period,geographic_level,country_code,country_name,region_code,region_name,new_la_code,la_name,characteristic_age,";

    private static readonly string[] _bands = ["Under 5", "Age 5 to 15", "Age 16 to 25"];

    private static readonly (string Code, string Name, int Plans, double Growth)[] _places =
        [("E06000901", "Northton", 800, 1.05), ("E06000902", "Middleton, Borough of", 1500, 1.08), ("E06000903", "Southton", 2500, 1.11)];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("published");

    public PublishedFiles()
    {
        Caseload = Write("caseload.csv.gz", "Total_all", 2014, 1, (place, year) => place.Plans * Math.Pow(place.Growth, year - 2014));
        NewPlans = Write("new.csv", "Total_new_all", 2014, 0, (place, year) => place.Plans * Math.Pow(place.Growth, year - 2014) * (place.Growth - 0.95));
    }

    public string Caseload { get; }

    public string CaseloadText
    {
        get
        {
            using GZipStream stream = new(File.OpenRead(Caseload), CompressionMode.Decompress);
            return new StreamReader(stream).ReadToEnd();
        }
    }

    public string NewPlans { get; }

    public string Out => Path.Combine(_folder.FullName, "out");

    public void Dispose() => _folder.Delete(recursive: true);

    public string Put(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private string Write(string name, string column, int first, int lastIncluded, Func<(string Code, string Name, int Plans, double Growth), int, double> count)
    {
        StringBuilder text = new(Head + column + "\n");
        for (int year = first; year < 2022 + lastIncluded; year++)
        {
            int[] england = new int[_bands.Length];
            foreach (var place in _places)
            {
                double all = count(place, year);
                int[] plans = [(int)(all * 0.1), (int)(all * 0.65), (int)(all * 0.25)];
                england = [.. england.Zip(plans, (so, far) => so + far)];
                Rows(text, $"{year},Local authority,E92000001,England,E12000008,South East,{place.Code},\"{place.Name}\"", plans);
            }

            Rows(text, $"{year},National,E92000001,England,,,,", england);
        }

        string path = Path.Combine(_folder.FullName, name);
        using Stream file = File.Create(path);
        using Stream stream = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.Fastest) : file;
        stream.Write(Encoding.UTF8.GetBytes(text.ToString()));
        return path;
    }

    private static void Rows(StringBuilder text, string start, int[] plans)
    {
        text.Append(CultureInfo.InvariantCulture, $"{start},Total,{plans.Sum()}\n");
        foreach ((string band, int held) in _bands.Zip(plans))
        {
            text.Append(CultureInfo.InvariantCulture, $"{start},{band},{held}\n");
        }
    }
}
