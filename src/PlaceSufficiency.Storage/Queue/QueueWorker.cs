using Hangfire;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Scenarios.Batches;

namespace PlaceSufficiency.Storage.Queue;

/// <summary>Takes runs from the queue of its version, until it is stopped.</summary>
public sealed class QueueWorker : IDisposable
{
    private static readonly TimeSpan _betweenSigns = TimeSpan.FromSeconds(3);

    /// <summary>A batch is recorded a moment before its first job is queued.</summary>
    public const int MostLooksWithoutJobs = 4;

    private readonly BatchQueue _queue;
    private readonly LivingWorker _self;
    private readonly Action<string> _say;
    private readonly BackgroundJobServer _server;
    private readonly HashSet<string> _refused = [];
    private int _looksWithoutJobs;

    /// <summary>Starts to work.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="self">Name, version and words of the worker.</param>
    /// <param name="atOnce">How many runs at once.</param>
    /// <param name="make">Makes a run and puts it into the archive.</param>
    /// <param name="say">Is told what people should know.</param>
    /// <exception cref="FindingsException">The database refuses or stays away.</exception>
    public QueueWorker(BatchQueue queue, LivingWorker self, int atOnce, Func<RunRequest, CancellationToken, Task<QueuedOutcome>> make, Action<string> say)
    {
        (_queue, _self, _say) = (queue, self, say);
        // Before the engine starts: who may not write must be told, and not wait for a database that is there.
        queue.Tables.SignOfLife(self);
        _server = new BackgroundJobServer(
            new BackgroundJobServerOptions
            {
                ServerName = self.Name,
                WorkerCount = atOnce,
                Queues = [JobEngine.QueueOf(self.Version)],
                SchedulePollingInterval = TimeSpan.FromSeconds(1),
                HeartbeatInterval = TimeSpan.FromSeconds(5),
                ServerTimeout = TimeSpan.FromMinutes(1),
                ServerCheckInterval = TimeSpan.FromSeconds(30),
                CancellationCheckInterval = TimeSpan.FromSeconds(2),
                ShutdownTimeout = TimeSpan.FromSeconds(5),
                StopTimeout = TimeSpan.FromSeconds(2),
                Activator = new OneObject(new QueuedRun(queue.Tables, make, self.Name, say)),
            },
            queue.Engine);
    }

    /// <summary>Works until it is stopped, or until nothing is left to do.</summary>
    /// <param name="untilEmpty">Whether to end when every batch of this version is finished.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task Run(bool untilEmpty, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                _queue.Tables.SignOfLife(_self);
                Refuse();
                if (untilEmpty && IsFinished())
                {
                    break;
                }
            }
            catch (FindingsException exception)
            {
                _say($"Waiting for the database. {exception.Findings[0].Message}");
            }

            try
            {
                await Task.Delay(_betweenSigns, cancellation).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }
    }

    /// <summary>Stops working; runs that are not finished go back.</summary>
    public void Dispose()
    {
        _server.SendStop();
        _server.Dispose();
        try
        {
            _queue.Tables.Gone(_self.Name);
        }
        catch (FindingsException)
        {
            // The database is away; the sign of life ages by itself.
        }
    }

    /// <summary>Whether every batch of this version is over. Runs that are wanted and for which the engine has no job left are nobody's: waiting for them would not end.</summary>
    private bool IsFinished()
    {
        BatchState[] unfinished = [.. _queue.Tables.States().Where(batch => !batch.IsOver && batch.Version == _self.Version)];
        _looksWithoutJobs = unfinished.Length == 0 || _queue.Tables.HasJobs(_self.Version) ? 0 : _looksWithoutJobs + 1;
        if (_looksWithoutJobs < MostLooksWithoutJobs)
        {
            return unfinished.Length == 0;
        }

        foreach (BatchState batch in unfinished)
        {
            _say($"{batch.Name}: {batch.Runs - batch.Done - batch.Failed:#,##0} runs are not made and nothing is queued for them; submit the batch again.");
        }

        return true;
    }

    /// <summary>Says once of each other version that its runs are left alone.</summary>
    private void Refuse()
    {
        foreach ((string queue, int jobs) in _queue.Tables.Waiting().Where(waiting => waiting.Queue != JobEngine.QueueOf(_self.Version) && _refused.Add(waiting.Queue)))
        {
            _say($"{jobs} runs wait for another version ({queue}); this worker is {_self.Version} and leaves them.");
        }
    }

    private sealed class OneObject(QueuedRun run) : JobActivator
    {
        public override object ActivateJob(Type jobType) => jobType == typeof(QueuedRun) ? run : throw new InvalidOperationException($"This worker knows no {jobType}.");
    }
}
