namespace PlaceSufficiency.Allocation.Sites;

/// <summary>What is decided about a site.</summary>
internal enum SiteState : byte
{
    /// <summary>Nothing yet.</summary>
    Free,

    /// <summary>It is open.</summary>
    Open,

    /// <summary>It is not open.</summary>
    Closed,
}
