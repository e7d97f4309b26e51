using System.Globalization;

namespace PlaceSufficiency.Benchmarks.Facility;

/// <summary>
/// Reads J.E. Beasley's OR-Library files. Capacitated facility location (<c>cap*</c>): sites and customers; capacity and opening cost by site; for each
/// customer its demand and what all of it costs from each site. Where the capacity is the word "capacity" it is an argument.
/// p-median (<c>pmed*</c>): vertices, edges and p; then edges, of which one that is stated again replaces the one before.
/// </summary>
internal static class LibraryFile
{
    private static readonly Dictionary<string, int[]> _usualCapacities = new()
    {
        ["capa"] = [8000, 10000, 12000, 14000],
        ["capb"] = [5000, 6000, 7000, 8000],
        ["capc"] = [5000, 5750, 6500, 7250],
    };

    /// <summary>Every problem that a file states; one for each of the usual capacities where that is an argument.</summary>
    /// <exception cref="FormatException">It is not such a file.</exception>
    internal static IEnumerable<string> ProblemsIn(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        return File.ReadAllText(path).Contains("capacity", StringComparison.Ordinal)
            ? _usualCapacities.GetValueOrDefault(name, [5000, 8000]).Select(capacity => $"{path}:{capacity}")
            : [path];
    }

    /// <summary>Reads a problem.</summary>
    /// <param name="address">Path of the file, with ":capacity" after it where the file leaves that open.</param>
    /// <exception cref="FormatException">It is not such a file.</exception>
    internal static LibraryProblem Read(string address)
    {
        string[] parts = address.Split(':');
        string name = Path.GetFileNameWithoutExtension(parts[0]);
        Queue<string> words = new(File.ReadAllText(parts[0]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        LibraryProblem problem = name.StartsWith("pmed", StringComparison.OrdinalIgnoreCase)
            ? Medians(name, words)
            : Sites(parts.Length > 1 ? $"{name} {parts[1]}" : name, words, parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : null);
        return words.Count == 0 ? problem : throw new FormatException($"{address}: {words.Count} numbers too many.");
    }

    private static LibraryProblem Sites(string name, Queue<string> words, int? capacity)
    {
        (int sites, int customers) = (Whole(words), Whole(words));
        int[] capacities = new int[sites];
        decimal[] opening = new decimal[sites];
        for (int i = 0; i < sites; i++)
        {
            bool isWord = words.Peek() == "capacity";
            capacities[i] = isWord ? capacity ?? throw new FormatException($"{name}: the capacity is an argument.") : 0;
            capacities[i] = isWord && words.Dequeue() is not null ? capacities[i] : Whole(words);
            opening[i] = Number(words);
        }

        int[] demand = new int[customers];
        decimal[][] costs = [.. opening.Select(_ => new decimal[customers])];
        for (int j = 0; j < customers; j++)
        {
            demand[j] = Whole(words);
            for (int i = 0; i < sites; i++)
            {
                costs[i][j] = Number(words) / demand[j];
            }
        }

        return new LibraryProblem(name, demand, capacities, opening, costs, null);
    }

    private static LibraryProblem Medians(string name, Queue<string> words)
    {
        (int vertices, int edges, int most) = (Whole(words), Whole(words), Whole(words));
        const int Far = 100_000_000;
        int[][] distance = [.. Enumerable.Range(0, vertices).Select(i => Enumerable.Range(0, vertices).Select(j => i == j ? 0 : Far).ToArray())];
        for (int edge = 0; edge < edges; edge++)
        {
            (int a, int b, int length) = (Whole(words) - 1, Whole(words) - 1, Whole(words));
            (distance[a][b], distance[b][a]) = (length, length);
        }

        for (int over = 0; over < vertices; over++)
        {
            foreach (int[] from in distance)
            {
                for (int to = 0; to < vertices; to++)
                {
                    from[to] = Math.Min(from[to], from[over] + distance[over][to]);
                }
            }
        }

        return new LibraryProblem(
            name, [.. Enumerable.Repeat(1, vertices)], [.. Enumerable.Repeat(vertices, vertices)], new decimal[vertices],
            [.. distance.Select(row => row.Select(length => (decimal)length).ToArray())], most);
    }

    private static decimal Number(Queue<string> words) => words.TryDequeue(out string? word) && decimal.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
        ? number
        : throw new FormatException($"A number is wanted, not '{word ?? "the end of the file"}'.");

    private static int Whole(Queue<string> words) => Number(words) is var number && decimal.Truncate(number) == number
        ? (int)number
        : throw new FormatException($"A whole number is wanted, not '{number}': pupils and places are whole.");
}
