namespace PlaceSufficiency.Allocation.Sites;

/// <summary>
/// A proof by cases. A node is either split at a site, into the plans where it is open and those where it is not, or settled by prices
/// that bound every plan of its case.
/// </summary>
internal sealed class SiteProof
{
    /// <summary>The site that is split at, or null.</summary>
    public int? Site { get; private set; }

    /// <summary>The case where it is open.</summary>
    public SiteProof? Open { get; private set; }

    /// <summary>The case where it is not.</summary>
    public SiteProof? Closed { get; private set; }

    /// <summary>Prices of areas that settle the case; null also where the groups or places leave nothing to choose.</summary>
    public double[]? Prices { get; private set; }

    /// <summary>Splits the case.</summary>
    public void Split(int site) => (Site, Open, Closed) = (site, new SiteProof(), new SiteProof());

    /// <summary>Settles the case.</summary>
    public void Settle(double[] prices) => Prices = prices;
}
