using PlaceSufficiency.Allocation;
using PlaceSufficiency.Cli.Inputs;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Reporting.Words;

namespace PlaceSufficiency.Cli.Runs;

/// <summary>Where each scenario stands, said as it happens; may be told by several scenarios at once.</summary>
/// <param name="step">Is told the scenario and its new step, a few words.</param>
/// <param name="detail">Is told the scenario and how a step proceeds, many times a second.</param>
public sealed class RunProgress(Action<ReadCase, string> step, Action<ReadCase, string> detail)
{
    /// <summary>Says that a scenario has come to a new step.</summary>
    public void Say(ReadCase read, string words) => step(read, words);

    /// <summary>Follows the allocation of one scenario.</summary>
    public IProgress<AllocationProgress> Of(ReadCase read) => new AllocationSteps(this, read);

    private void Detail(ReadCase read, string words) => detail(read, words);

    private sealed class AllocationSteps(RunProgress progress, ReadCase read) : IProgress<AllocationProgress>
    {
        private ObjectiveTier? _tier;

        public void Report(AllocationProgress value)
        {
            if (_tier != value.Tier)
            {
                _tier = value.Tier;
                progress.Say(read, $"placing, minimising {FieldWords.Of(value.Tier)}");
            }

            progress.Detail(read, $"placing, minimising {FieldWords.Of(value.Tier)}, round {value.Round}");
        }
    }
}
