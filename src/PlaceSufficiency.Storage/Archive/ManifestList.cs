using System.Collections.Concurrent;
using PlaceSufficiency.Domain.Findings;

namespace PlaceSufficiency.Storage.Archive;

/// <summary>Reads many manifests, several at once.</summary>
internal static class ManifestList
{
    /// <summary>The manifests in the order of a list.</summary>
    /// <typeparam name="T">What each is read from.</typeparam>
    /// <param name="sources">What they are read from.</param>
    /// <param name="read">Reads one; null where it has gone in the meantime.</param>
    /// <param name="unreadable">Takes what is wrong with those that cannot be read, which are then left out; null, and it is thrown.</param>
    /// <exception cref="FindingsException">Manifests cannot be read; holds a finding for each.</exception>
    public static IReadOnlyList<RunManifest> Of<T>(IEnumerable<T> sources, Func<T, RunManifest?> read, ICollection<Finding>? unreadable)
    {
        ConcurrentBag<RunManifest> manifests = [];
        ConcurrentBag<Finding> wrong = [];
        Parallel.ForEach(sources, source =>
        {
            try
            {
                if (read(source) is { } manifest)
                {
                    manifests.Add(manifest);
                }
            }
            catch (FindingsException exception)
            {
                foreach (Finding finding in exception.Findings)
                {
                    wrong.Add(finding);
                }
            }
        });
        Finding[] found = [.. wrong.OrderBy(finding => finding.File, StringComparer.Ordinal)];
        if (found.Length > 0 && unreadable is null)
        {
            throw new FindingsException(found);
        }

        foreach (Finding finding in found)
        {
            unreadable!.Add(finding);
        }

        return [.. manifests.Order(RunOrder.ByLabel)];
    }
}
