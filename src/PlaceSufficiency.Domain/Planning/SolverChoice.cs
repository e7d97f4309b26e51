namespace PlaceSufficiency.Domain.Planning;

/// <summary>What finds the plan. Whatever does, the same audit checks it and the bound is proven by prices.</summary>
public enum SolverChoice
{
    /// <summary>Prices first, column generation for what they leave unproven, plain facility location where the case is that.</summary>
    Auto,

    /// <summary>Prices of places alone: for cases of any size, usually within a hundredth of a percent.</summary>
    Prices,

    /// <summary>Column generation alone.</summary>
    Columns,

    /// <summary>Mixed-integer programming over the whole case: a cross-check for small cases.</summary>
    Mip,

    /// <summary>Constraint programming over the whole case: a cross-check for small cases.</summary>
    CpSat,
}
