using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>Names that tell provisions apart: the name, with the id behind it where two provisions share the name.</summary>
internal sealed class ProvisionNames(PlanningCase planningCase)
{
    private readonly Dictionary<string, int> _uses = planningCase.Provisions.CountBy(provision => provision.Name).ToDictionary();

    /// <summary>The name of a provision of the case.</summary>
    internal string Of(ProvisionId id)
    {
        string name = planningCase.Provision(id).Name;
        return _uses[name] == 1 ? name : $"{name} ({id})";
    }
}
