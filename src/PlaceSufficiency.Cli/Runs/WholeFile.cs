using System.Text;

namespace PlaceSufficiency.Cli.Runs;

/// <summary>Writes a file whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Writes text as UTF-8 without a byte order mark, in place of what is there.</summary>
    /// <returns>The path.</returns>
    /// <exception cref="IOException">The disk refuses; what was there before still is.</exception>
    internal static string Write(string path, string text) => Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    /// <summary>Writes a file, in place of what is there.</summary>
    /// <returns>The path.</returns>
    /// <exception cref="IOException">The disk refuses; what was there before still is.</exception>
    internal static string Write(string path, Action<Stream> write)
    {
        string full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        string partial = $"{full}.partial-{Environment.ProcessId}";
        try
        {
            using (FileStream stream = new(partial, FileMode.Create, FileAccess.Write))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(partial, full, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }

        return path;
    }
}
