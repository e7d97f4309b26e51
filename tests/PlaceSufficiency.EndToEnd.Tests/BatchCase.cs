namespace PlaceSufficiency.EndToEnd.Tests;

/// <summary>A batch of the case <c>tiny</c> and a place for archives, gone after the test.</summary>
internal sealed class BatchCase : IDisposable
{
    /// <summary>Runs of the batch: two scenarios, seven settings and two futures.</summary>
    internal const int Runs = 28;

    private readonly TempFolder _folder = new();

    internal BatchCase()
    {
        string original = Repository.At("scenarios", "tiny");
        foreach (string file in Directory.EnumerateFiles(original, "*", SearchOption.AllDirectories))
        {
            string copy = _folder.At("tiny", Path.GetRelativePath(original, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        File.WriteAllText(
            BatchFile,
            """
            schema: 1
            name: Tiny batch
            scenarios: [annexe, "inmss-*"]
            paths: { count: 2, seed: 7 }
            sweeps:
              - { over: inmss.cap.2025+, from: 0, to: 2, step: 1 }
            grids:
              - - { over: joiners.scale.2025, values: [0.5, 1.5] }
                - { over: travel.ceiling.secondary, values: [60, 90] }
            keep: placements
            """);
    }

    /// <summary>The batch file.</summary>
    internal string BatchFile => _folder.At("tiny", "batch.yaml");

    internal string At(params string[] parts) => _folder.At(parts);

    /// <summary>Every file of the runs of an archive, with its bytes.</summary>
    internal Dictionary<string, string> RunFiles(string archive) => TempFolder.Files(_folder.At(archive, "runs"));

    internal Task<Said> Run(string archive, params string[] more) => ProgramProcess.Run(["run", BatchFile, "--archive", _folder.At(archive), .. more]);

    public void Dispose() => _folder.Dispose();
}
