using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Benchmarks.Ladder;

/// <summary>Writes a case as a <see cref="NeutralModel"/>, from the rules of the domain alone: it shares nothing with the optimiser.</summary>
internal sealed class NeutralModelBuilder
{
    private readonly PlanningCase _case;
    private readonly IReadOnlyList<AcademicYear> _years;
    private readonly Dictionary<ProvisionId, int> _indices;
    private readonly Dictionary<(int, PlanningAreaId, ProvisionLevel, Phase, int), long> _pence = [];
    private readonly NeutralModel _model;
    private readonly int[,] _standing;

    private NeutralModelBuilder(PlanningCase planningCase)
    {
        if (!planningCase.Moves.IsEmpty || planningCase.Limits.InmssPupils.Count > 0)
        {
            throw new ArgumentException("Moves and limits on INMSS are not written for peers.", nameof(planningCase));
        }

        (_case, _years) = (planningCase, planningCase.Horizon.PlannedYears);
        _indices = planningCase.Provisions.Select((provision, g) => (provision.Id, g)).ToDictionary();
        (int provisions, int years) = (planningCase.Provisions.Length, _years.Count);
        _standing = new int[provisions, years];
        _model = new NeutralModel
        {
            Years = years,
            Places = new int[provisions, years],
            OverMost = new int[provisions, years],
            OverPence = new double[provisions, years],
            Possible = new long[provisions, years],
        };
    }

    /// <summary>Writes the model.</summary>
    internal static NeutralModel Of(PlanningCase planningCase, DemandPath demand)
    {
        NeutralModelBuilder builder = new(planningCase);
        builder.StatePlaces(demand);
        OpeningColumns.Add(builder._model, planningCase, builder._indices, builder._standing);
        foreach (Stay stay in demand.Stays)
        {
            if (stay.LastYear > planningCase.Horizon.BaseYear)
            {
                builder.Add(stay);
            }
        }

        return builder._model;
    }

    private void StatePlaces(DemandPath demand)
    {
        foreach (Stay stay in demand.Stays.Where(stay => stay.Current is not null))
        {
            Provision provision = _case.Provision(stay.Current!.Value);
            foreach (AcademicYear year in PlacementRules.PlannedYearsOf(_case.Horizon, stay).TakeWhile(year => PlacementRules.Fits(provision, stay, year)))
            {
                _standing[_indices[provision.Id], Index(year)] += stay.Pupils;
            }
        }

        for (int g = 0; g < _case.Provisions.Length; g++)
        {
            for (int t = 0; t < _years.Count; t++)
            {
                Provision provision = _case.Provisions[g];
                _model.Places[g, t] = _case.PlacesForResidents(provision, _years[t]);
                _model.OverMost[g, t] = Math.Max(provision.OverNumberAllowed(_case.PlacesIn(provision, _years[t])), _standing[g, t] - _model.Places[g, t]);
                _model.OverPence[g, t] = NeutralModel.PenceOfOverNumber + PlacementPrices.OfOverNumber(_case, provision, _years[t]).Sum(charge => charge.Amount.Pence);
            }
        }
    }

    private void Add(Stay stay)
    {
        int first = Math.Max(0, Index(stay.FirstYear));
        int last = Index(stay.LastYear);
        int[] fitting = [.. Enumerable.Range(0, _case.Provisions.Length).Where(g =>
            _case.Provisions[g].Designation.Needs.Contains(stay.Need) && _case.Provisions[g].Designation.Admits(stay.Sex))];
        StayWriter writer = new(_model, last);
        int entry = Enter(stay, writer, first, last);
        if (entry <= last)
        {
            Spells(stay, writer, fitting, entry, last);
            writer.Finish(stay.Pupils);
        }
    }

    /// <summary>Puts the pupils where they begin to choose; returns the year, or one past the last for those who never do.</summary>
    private int Enter(Stay stay, StayWriter writer, int first, int last)
    {
        int? current = stay.Current is { } id ? _indices[id] : null;
        if (current is not { } stands || !PlacementRules.Fits(_case.Provisions[stands], stay, _years[first]))
        {
            writer.Supply(writer.Free(first), stay.Pupils);
            return first;
        }

        if (Reopens(stay, first))
        {
            writer.Supply(writer.Holding(first, stands), stay.Pupils);
            return first;
        }

        // Those who stand have nothing to choose until they no longer fit or a transfer reopens the placement.
        int until = SpellEnd(stay, stands, first, last);
        for (int t = first; t <= until; t++)
        {
            _model.Places[stands, t] -= stay.Pupils;
            _model.FixedPence += (double)stay.Pupils * Pence(stay, stands, t);
        }

        if (until < last)
        {
            writer.Supply(After(stay, writer, stands, until + 1), stay.Pupils);
        }

        return until + 1;
    }

    private void Spells(Stay stay, StayWriter writer, int[] fitting, int entry, int last)
    {
        for (int t = entry; t <= last; t++)
        {
            writer.Open(t);
            foreach (int g in fitting)
            {
                if (PlacementRules.MayStart(_case, _case.Provisions[g], stay, _years[t]))
                {
                    Spell(stay, writer, writer.Starting(t), g, t, last);
                }
                else if (writer.IsHeld(t, g))
                {
                    Spell(stay, writer, writer.Holding(t, g), g, t, last);
                }
            }
        }
    }

    private void Spell(Stay stay, StayWriter writer, int? from, int g, int t, int last)
    {
        if (from is not { } state)
        {
            return;
        }

        int until = SpellEnd(stay, g, t, last);
        double pence = 0;
        for (int year = t; year <= until; year++)
        {
            pence += Pence(stay, g, year);
            _model.Possible[g, year] += stay.Pupils;
        }

        writer.Add(state, until == last ? -1 : After(stay, writer, g, until + 1), g, t, until, pence);
    }

    private int After(Stay stay, StayWriter writer, int provision, int t) =>
        Reopens(stay, t) && PlacementRules.Fits(_case.Provisions[provision], stay, _years[t]) ? writer.Holding(t, provision) : writer.Free(t);

    private int SpellEnd(Stay stay, int provision, int t, int last)
    {
        while (t < last && !Reopens(stay, t + 1) && PlacementRules.Fits(_case.Provisions[provision], stay, _years[t + 1]))
        {
            t++;
        }

        return t;
    }

    private bool Reopens(Stay stay, int t) => _years[t] > stay.FirstYear && PhaseTransfer.ReopensPlacementAfter(stay.YearGroupIn(_years[t].Previous));

    private long Pence(Stay stay, int provision, int t)
    {
        (int, PlanningAreaId, ProvisionLevel, Phase, int) key = (provision, stay.Area, stay.LevelIn(_years[t]), stay.YearGroupIn(_years[t]).Phase, t);
        if (!_pence.TryGetValue(key, out long pence))
        {
            pence = PlacementPrices.OfYear(_case, _case.Provisions[provision], stay, _years[t]).Sum(charge => charge.Amount.Pence);
            _pence.Add(key, pence);
        }

        return pence;
    }

    private int Index(AcademicYear year) => year.YearsSince(_case.Horizon.BaseYear) - 1;
}
