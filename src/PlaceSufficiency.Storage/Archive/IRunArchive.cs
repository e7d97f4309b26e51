using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Scenarios.Batches;
using PlaceSufficiency.Storage.Cases;

namespace PlaceSufficiency.Storage.Archive;

/// <summary>
/// Finished runs, each known by the fingerprint of everything that determines it. A run is there whole or not at all, is never changed, and is there once
/// however often it is added. Safe to use from several processes at once; one object is used by one thread at a time.
/// </summary>
public interface IRunArchive : IDisposable
{
    /// <summary>Where it is, for people: never holds a password.</summary>
    string Where { get; }

    /// <summary>Keeps the files of a case; does nothing when it has them.</summary>
    void AddCase(CaseContent content);

    /// <summary>The files of a case; null when it has none of that fingerprint.</summary>
    CaseContent? FindCase(string fingerprint);

    /// <summary>Records what a batch consists of; does nothing when it is recorded.</summary>
    void AddBatch(BatchRecord batch);

    /// <summary>Every batch, by name and id.</summary>
    IReadOnlyList<BatchRecord> Batches();

    /// <summary>Adds a run.</summary>
    /// <returns>Whether it was added; false when it was there.</returns>
    bool Add(ArchivedRun run);

    /// <summary>Which of the ids are there.</summary>
    IReadOnlySet<string> Existing(IEnumerable<string> ids);

    /// <summary>Every run, by case, scenario, settings and future.</summary>
    /// <param name="unreadable">Takes what is wrong with runs whose manifest cannot be read, which are then left out; null, and it is thrown.</param>
    /// <exception cref="FindingsException">A manifest cannot be read; holds a finding for each such run.</exception>
    IReadOnlyList<RunManifest> List(ICollection<Finding>? unreadable = null);

    /// <summary>A run; null when it is not there.</summary>
    RunManifest? Find(string id);

    /// <summary>A table of many runs, each in the order in which it was written, run by run in the order of the ids. Held in memory are some hundred runs at a time.</summary>
    /// <param name="ids">Runs that have the table, each once.</param>
    /// <param name="table">The table.</param>
    /// <exception cref="FindingsException">It cannot be read.</exception>
    IEnumerable<(string Id, TableRows Rows)> ReadEach(IEnumerable<string> ids, RunTable table);

    /// <summary>A table of a run, in the order in which it was written.</summary>
    /// <exception cref="FindingsException">It cannot be read.</exception>
    TableRows Read(string id, RunTable table) => ReadEach([id], table).Single().Rows;

    /// <summary>Answers a query in SQL, which sees <c>runs</c> and every table of every run with its run in the column <c>run</c>.</summary>
    /// <exception cref="FindingsException">The query cannot be answered.</exception>
    QueryResult Query(string sql);

    /// <summary>Removes runs and batches.</summary>
    void Remove(IReadOnlyCollection<string> runs, IReadOnlyCollection<string> batches);

    /// <summary>What is wrong with the archive itself, runs apart: what killed processes left, and files that are none of its own.</summary>
    IReadOnlyList<Finding> Leftovers(bool remove);
}

/// <summary>The files that a scenario was read from.</summary>
/// <param name="Fingerprint">Fingerprint of all of them.</param>
/// <param name="Files">The files.</param>
public sealed record CaseContent(string Fingerprint, IReadOnlyList<InputFile> Files);

/// <summary>What a query answered.</summary>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">The rows; null is nothing.</param>
public sealed record QueryResult(IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows);
