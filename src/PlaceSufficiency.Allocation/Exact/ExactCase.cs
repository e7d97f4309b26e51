using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Allocation.Paths;
using PlaceSufficiency.Allocation.Solving;
using PlaceSufficiency.Allocation.Tiers;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Exact;

/// <summary>A case as one model: pupils' flows, places with pupils above them, the INMSS limit, openings.</summary>
internal sealed class ExactCase
{
    private readonly CompiledCase _compiled;
    private readonly IReadOnlyList<PathClass> _classes;
    private readonly PupilFlow[] _flows;
    private readonly OpeningOptions? _openings;
    private readonly int?[,] _over;

    /// <summary>Makes the model.</summary>
    public ExactCase(CompiledCase compiled, IReadOnlyList<PathClass> classes)
    {
        (_compiled, _classes) = (compiled, classes);
        _flows = [.. classes.Select((of, k) => new PupilFlow(Model, of, k))];
        _openings = compiled.Case.Candidates.Any() ? new OpeningOptions(Model, compiled) : null;
        _over = new int?[compiled.Provisions.Count, compiled.Years.Count];
        ExactSum[,] pupils = PupilsAt();
        for (int g = 0; g < compiled.Provisions.Count; g++)
        {
            for (int t = 0; t < compiled.Years.Count; t++)
            {
                HoldPlaces(g, t, pupils[g, t]);
            }
        }

        for (int t = 0; t < compiled.Years.Count; t++)
        {
            if (compiled.InmssLimit[t] is { } limit)
            {
                ExactSum inmss = new();
                foreach (int g in Enumerable.Range(0, compiled.Provisions.Count).Where(compiled.IsInmss))
                {
                    inmss.Add(pupils[g, t], 1);
                }

                Model.AtMost($"inmss[{compiled.Years[t]}]", inmss, limit);
            }
        }
    }

    /// <summary>The model.</summary>
    public ExactModel Model { get; } = new();

    /// <summary>What a plan comes to on a measure.</summary>
    public ExactSum Measure(TierMeasure measure)
    {
        ExactSum sum = new();
        foreach (PupilFlow flow in _flows)
        {
            flow.Measure(_compiled, measure, sum);
        }

        for (int g = 0; g < _over.GetLength(0); g++)
        {
            for (int t = 0; t < _over.GetLength(1); t++)
            {
                if (_over[g, t] is { } over)
                {
                    sum.Add(over, (long)Math.Round(measure.OfOverNumber(_compiled, g, t)));
                }
            }
        }

        return _openings is { } openings && measure.OfOpeningPenny != 0 ? sum.Add(openings.Pence(), (long)measure.OfOpeningPenny) : sum;
    }

    /// <summary>The plan of a solution.</summary>
    public StayPaths Paths(IReadOnlyList<long> values) => StayPaths.Of(
        _compiled, _classes, _flows.SelectMany((flow, k) => flow.Walks(values).Select(walk => new ChosenPath(new PathColumn(k, walk.Choices), walk.Pupils))));

    /// <summary>Its openings.</summary>
    public IReadOnlyDictionary<SchemeId, AcademicYear> Openings(IReadOnlyList<long> values) => _openings?.Of(values) ?? new Dictionary<SchemeId, AcademicYear>();

    private void HoldPlaces(int g, int t, ExactSum pupils)
    {
        string name = $"{_compiled.Provisions[g].Id},{_compiled.Years[t]}";
        ExactSum places = new();
        ExactSum most = new();
        if (_openings is null || !_openings.AddPlaces(g, t, places, most))
        {
            places.Add(_compiled.ResidentPlaces[g, t]);
            most.Add(_compiled.OverNumberMost[g, t]);
        }

        int over = Model.Variable($"over[{name}]", _classes.Sum(of => (long)of.Pupils));
        _over[g, t] = over;
        Model.AtMost($"places[{name}]", new ExactSum().Add(pupils, 1).Add(over, -1).Add(places, -1), 0);
        Model.AtMost($"over_most[{name}]", new ExactSum().Add(over, 1).Add(most, -1), 0);
    }

    private ExactSum[,] PupilsAt()
    {
        ExactSum[,] pupils = new ExactSum[_compiled.Provisions.Count, _compiled.Years.Count];
        for (int g = 0; g < pupils.GetLength(0); g++)
        {
            for (int t = 0; t < pupils.GetLength(1); t++)
            {
                pupils[g, t] = new ExactSum();
            }
        }

        foreach (PupilFlow flow in _flows)
        {
            for (int step = 0; step < flow.Stay.Length; step++)
            {
                for (int c = 0; c < flow.Stay.Candidates.Length; c++)
                {
                    if (flow.At(step, c) is { } at)
                    {
                        pupils[flow.Stay.Candidates[c], flow.Stay.FirstYear + step].Add(at, 1);
                    }
                }
            }
        }

        return pupils;
    }
}
