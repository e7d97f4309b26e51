using System.Diagnostics;

namespace PlaceSufficiency.Reporting.Tests.Xlsx;

/// <summary>A headless LibreOffice that opens a workbook and writes every sheet out again as CSV.</summary>
internal static class SpreadsheetProgram
{
    /// <summary>All sheets; fields as they are stored, quoted where text; separator and quote as RFC 4180.</summary>
    private const string EverySheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

    private static readonly string? _program = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        .SelectMany(folder => new[] { "soffice", "libreoffice" }.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <summary>Skips the test where there is no LibreOffice, and says so; where everything is to be tested, its absence is a failure.</summary>
    internal static void IsWanted()
    {
        bool isCi = Environment.GetEnvironmentVariable("CI") == "true";
        Assert.True(_program is not null || !isCi, "soffice is not on the PATH; .ci/run installs libreoffice-calc-nogui.");
        Assert.SkipWhen(_program is null, "LibreOffice is not installed, so whether it opens the workbook is not known here.");
    }

    /// <summary>The sheets by name, as LibreOffice reads them.</summary>
    internal static Dictionary<string, string[]> Reads(byte[] workbook)
    {
        string folder = Directory.CreateTempSubdirectory("place-sufficiency-").FullName;
        try
        {
            string file = Path.Combine(folder, "book.xlsx");
            File.WriteAllBytes(file, workbook);
            Convert(folder, file);
            return Directory.EnumerateFiles(folder, "book-*.csv").ToDictionary(
                sheet => Path.GetFileNameWithoutExtension(sheet)["book-".Length..],
                sheet => File.ReadAllLines(sheet));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Convert(string folder, string file)
    {
        ProcessStartInfo start = new(_program!, ["--headless", $"-env:UserInstallation=file://{folder}/profile", "--convert-to", EverySheet, "--outdir", folder, file])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> trouble = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(2)), "LibreOffice did not come to an end.");
        Assert.True(process.ExitCode == 0, $"{output.Result}{trouble.Result}");
    }
}
