using PlaceSufficiency.Allocation.Compiling;

namespace PlaceSufficiency.Allocation.Paths;

/// <content>The recursion itself.</content>
internal sealed partial class PathPricer
{
    /// <summary>One class, one set of prices.</summary>
    private readonly struct Recursion
    {
        private readonly CompiledStay _stay;
        private readonly int _class;
        private readonly double[,] _year;
        private readonly double[,] _onward;
        private readonly double[] _onwardNowhere;
        private readonly double[] _start;
        private readonly int[] _startAt;
        private readonly double[] _unplaced;
        private readonly double _lostPlace;
        private readonly PathPricer _pricer;

        public Recursion(PathPricer pricer, int classIndex)
        {
            (_pricer, _class, _stay) = (pricer, classIndex, pricer._classes[classIndex].Shape);
            int m = _stay.Candidates.Length;
            _year = new double[_stay.Length, m];
            _onward = new double[_stay.Length, m];
            _onwardNowhere = new double[_stay.Length];
            _start = new double[_stay.Length];
            _startAt = new int[_stay.Length];
            _unplaced = new double[_stay.Length];
            _lostPlace = pricer._tier.OfLostPlace;
            for (int i = 0; i < pricer._held.Count; i++)
            {
                _lostPlace += pricer._prices.HeldTiers[i] * pricer._held[i].OfLostPlace;
            }

            PriceYears();
            for (int step = _stay.Length - 1; step >= 0; step--)
            {
                GoOnFrom(step);
            }
        }

        /// <summary>The cheapest path first, then those that make another choice at its first new placement.</summary>
        public List<PricedPath> Paths(int alternatives)
        {
            short[] best = Trace(0, _stay.Before, new short[_stay.Length], out double priced);
            List<PricedPath> paths = [new(priced, new PathColumn(_class, best))];
            int first = FirstStart(best);
            if (alternatives <= 1 || first < 0)
            {
                return paths;
            }

            double lead = LeadCost(best, first);
            List<(double Priced, int Candidate)> others = [];
            for (int c = 0; c < _stay.Candidates.Length; c++)
            {
                if (c != best[first] && _stay.MayStart[first, c])
                {
                    others.Add((lead + _year[first, c] + Onward(first, c), c));
                }
            }

            foreach ((double other, int c) in others.OrderBy(pair => pair.Priced).ThenBy(pair => pair.Candidate).Take(alternatives - 1))
            {
                short[] choices = [.. best];
                choices[first] = (short)c;
                Trace(first + 1, c, choices, out _);
                paths.Add(new(other, new PathColumn(_class, choices)));
            }

            return paths;
        }

        /// <summary>All paths at most so much above the cheapest, in order of choices; null where there are more than so many.</summary>
        public List<PathColumn>? Within(double above, int most)
        {
            List<PathColumn> found = [];
            double limit = Next(0, _stay.Before).Cost + above;
            return GoOn(0, _stay.Before, 0, limit, new short[_stay.Length], found, most) ? found : null;
        }

        private bool GoOn(int step, int before, double paid, double limit, short[] choices, List<PathColumn> found, int most)
        {
            if (step == _stay.Length)
            {
                found.Add(new PathColumn(_class, [.. choices]));
                return found.Count <= most;
            }

            bool stands = before >= 0 && _stay.Fits[step, before];
            double leave = LeavePrice(step, before);
            for (int c = -1; c < _stay.Candidates.Length; c++)
            {
                double cost = c < 0
                    ? stands ? double.PositiveInfinity : _unplaced[step]
                    : stands && c == before ? _year[step, c] : _stay.MayStart[step, c] ? leave + _year[step, c] : double.PositiveInfinity;
                if (paid + cost + Onward(step, c) <= limit)
                {
                    choices[step] = (short)c;
                    if (!GoOn(step + 1, c, paid + cost, limit, choices, found, most))
                    {
                        return false;
                    }
                }
            }

            return true;
        }

        private int FirstStart(short[] choices)
        {
            int at = _stay.Before;
            for (int step = 0; step < choices.Length; step++)
            {
                if (choices[step] >= 0 && choices[step] != at)
                {
                    return step;
                }

                at = choices[step];
            }

            return -1;
        }

        private double LeadCost(short[] choices, int until)
        {
            double cost = 0;
            int at = _stay.Before;
            for (int step = 0; step < until; step++)
            {
                cost += choices[step] < 0 ? _unplaced[step] : _year[step, choices[step]];
                at = choices[step];
            }

            return cost + LeavePrice(until, at);
        }

        private void PriceYears()
        {
            Prices prices = _pricer._prices;
            double[,] own = _pricer._tierCoefficients[_class];
            for (int step = 0; step < _stay.Length; step++)
            {
                _unplaced[step] = _pricer._tier.OfUnplaced(_stay, step);
                for (int i = 0; i < prices.HeldTiers.Length; i++)
                {
                    _unplaced[step] += prices.HeldTiers[i] * _pricer._held[i].OfUnplaced(_stay, step);
                }

                (int t, int group) = (_stay.FirstYear + step, _stay.YearGroupIn(step));
                for (int c = 0; c < _stay.Candidates.Length; c++)
                {
                    int g = _stay.Candidates[c];
                    double price = own[step, c] + prices.Places[g, t] + (_pricer._compiled.IsInmss(g) ? prices.InmssLimit[t] : 0) + _pricer._limits.At(g, t, group);
                    for (int i = 0; i < prices.HeldTiers.Length; i++)
                    {
                        price += prices.HeldTiers[i] * _pricer._heldCoefficients[i][_class][step, c];
                    }

                    _year[step, c] = price;
                }
            }
        }

        /// <summary>What starting elsewhere in a step costs pupils who were at a candidate (or nowhere) before it; infinite where they may not.</summary>
        private double LeavePrice(int step, int before)
        {
            if ((before < 0 && !(step == 0 && _stay.LostBefore)) || _stay.Reopens[step])
            {
                return 0;
            }

            return before < 0 || !_stay.Fits[step, before] ? _lostPlace : _stay.MayMove[step, before] ? MovePrice(step, before) : double.PositiveInfinity;
        }

        private double MovePrice(int step, int candidate)
        {
            double price = _pricer._tier.OfMove(_stay, step, candidate) + _pricer._limits.OfMove(_stay.Candidates[candidate], _stay.FirstYear + step);
            for (int i = 0; i < _pricer._held.Count; i++)
            {
                price += _pricer._prices.HeldTiers[i] * _pricer._held[i].OfMove(_stay, step, candidate);
            }

            return price;
        }

        /// <summary>Works out the best start in the step, and from it what going on from the step before costs.</summary>
        private void GoOnFrom(int step)
        {
            (_start[step], _startAt[step]) = (double.PositiveInfinity, -1);
            for (int c = 0; c < _stay.Candidates.Length; c++)
            {
                if (_stay.MayStart[step, c] && _year[step, c] + Onward(step, c) < _start[step])
                {
                    (_start[step], _startAt[step]) = (_year[step, c] + Onward(step, c), c);
                }
            }

            if (step == 0)
            {
                return;
            }

            for (int c = 0; c < _stay.Candidates.Length; c++)
            {
                _onward[step - 1, c] = Next(step, c).Cost;
            }

            _onwardNowhere[step - 1] = Next(step, -1).Cost;
        }

        private double Onward(int step, int candidate) =>
            step == _stay.Length - 1 ? 0 : candidate < 0 ? _onwardNowhere[step] : _onward[step, candidate];

        /// <summary>The cheapest choice in a step for pupils who were at a candidate (or nowhere) before it.</summary>
        private (double Cost, int Choice) Next(int step, int before)
        {
            (double cost, int choice) = (double.PositiveInfinity, -1);
            bool stands = before >= 0 && _stay.Fits[step, before];
            if (stands)
            {
                (cost, choice) = (_year[step, before] + Onward(step, before), before);
            }
            else
            {
                cost = _unplaced[step] + Onward(step, -1);
            }

            double leave = LeavePrice(step, before);
            return leave + _start[step] < cost ? (leave + _start[step], _startAt[step]) : (cost, choice);
        }

        private short[] Trace(int step, int before, short[] choices, out double cost)
        {
            cost = step < _stay.Length ? Next(step, before).Cost : 0;
            for (; step < _stay.Length; step++)
            {
                before = Next(step, before).Choice;
                choices[step] = (short)before;
            }

            return choices;
        }
    }
}
