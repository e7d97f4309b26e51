using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>
/// One named change of a scenario. The records that derive from it are what scenario files say, parameter by parameter; a
/// parameter without a default is required there. Their meaning for editors is in the description attributes.
/// </summary>
public abstract record ScenarioChange
{
    /// <summary>The name that scenario files use.</summary>
    public string Name => ChangeCatalogue.NameOf(GetType());

    /// <summary>What is wrong with the change for this case, without file and row; empty when it can be applied.</summary>
    public abstract IReadOnlyList<Finding> Check(PlanningCase planningCase);

    /// <summary>The case with the change made.</summary>
    /// <remarks>Only defined when <see cref="Check"/> finds no error.</remarks>
    public abstract PlanningCase Apply(PlanningCase planningCase);

    /// <summary>
    /// Keys of everything the change may touch, each once. Two changes of one layer that share a key contradict each other.
    /// Never throws: what the case does not know has keys too.
    /// </summary>
    public virtual IReadOnlyList<string> Keys(PlanningCase planningCase) => [.. Values(planningCase).Select(value => value.Key)];

    /// <summary>What the change makes different: one line for each key, or one for all keys where they would all say the same.</summary>
    /// <remarks>Only defined when <see cref="Check"/> finds no error.</remarks>
    public virtual IReadOnlyList<KeyChange> Log(PlanningCase planningCase) =>
        [.. Values(planningCase).Zip(Values(Apply(planningCase)), (old, changed) => new KeyChange(old.Key, old.Value, changed.Value))];

    /// <summary>What a case states for the keys that the change touches, always in the same order.</summary>
    protected abstract IEnumerable<KeyedValue> Values(PlanningCase planningCase);
}
