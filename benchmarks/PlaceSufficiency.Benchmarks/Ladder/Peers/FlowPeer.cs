using Google.OrTools.Graph;

namespace PlaceSufficiency.Benchmarks.Ladder.Peers;

/// <summary>One year of the neutral model as a min-cost flow: from pupils through provisions to the end.</summary>
internal static class FlowPeer
{
    /// <summary>Solves a model of one year.</summary>
    internal static (string Status, double? Pence) Solve(NeutralModel model)
    {
        if (model.Years != 1)
        {
            throw new ArgumentException($"A flow is one year, not {model.Years}.", nameof(model));
        }

        MinCostFlow flow = new();
        int end = model.Supply.Count + model.Places.GetLength(0);
        int pupils = 0;
        for (int state = 0; state < model.Supply.Count; state++)
        {
            flow.SetNodeSupply(state, model.Supply[state]);
            pupils += model.Supply[state];
        }

        flow.SetNodeSupply(end, -pupils);
        foreach (SpellColumn column in model.Columns)
        {
            int to = column.Provision >= 0 ? model.Supply.Count + column.Provision : column.To >= 0 ? column.To : end;
            flow.AddArcWithCapacityAndUnitCost(column.From, to, model.Pupils[column.Stay], (long)column.Pence);
        }

        for (int g = 0; g < model.Places.GetLength(0); g++)
        {
            if (model.Places[g, 0] < 0)
            {
                throw new ArgumentException("Pupils who stand are above places; a flow cannot say that they must be.", nameof(model));
            }

            flow.AddArcWithCapacityAndUnitCost(model.Supply.Count + g, end, model.Places[g, 0], 0);
            flow.AddArcWithCapacityAndUnitCost(model.Supply.Count + g, end, model.OverMost[g, 0], (long)model.OverPence[g, 0]);
        }

        MinCostFlow.Status status = flow.Solve();
        return (status.ToString(), status == MinCostFlowBase.Status.OPTIMAL ? flow.OptimalCost() + model.FixedPence : null);
    }
}
