namespace PlaceSufficiency.Domain.Explanations;

/// <summary>What re-solving says of the changes of one kind.</summary>
/// <param name="Worth">What the prices said it is worth, pupil-years.</param>
/// <param name="Change">The smallest change that ends the shortfall; where none does, the largest that was tried.</param>
/// <param name="Ends">Whether it ends the shortfall.</param>
/// <param name="Left">Pupils of the shortfall who are without a place all the same.</param>
/// <param name="PupilYearsSaved">Pupil-years without a place, over all years and pupils, that the change saves at least.</param>
/// <param name="Solves">How many times the case was solved to say so.</param>
public sealed record TriedChange(double Worth, SingleChange Change, bool Ends, int Left, int PupilYearsSaved, int Solves);
