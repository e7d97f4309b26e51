namespace PlaceSufficiency.Storage.Tests.Cases;

public class TableCheckTests
{
    public static TheoryData<string, string, string, string[]> Mistakes => new()
    {
        // Names that lead nowhere.
        { "tables/stock.csv", "north,ASD", "nort,ASD", ["Error unknown-area tables/stock.csv:2 area_id 'nort': tables/areas.csv has no such area_id. Maybe 'north' was meant."] },
        { "tables/stock.csv", "oak-special,2", "oak-specal,2", ["Error unknown-provision tables/stock.csv:2 provision_id 'oak-specal': tables/provisions.csv has no such provision_id. Maybe 'oak-special' was meant."] },
        { "tables/provisions.csv", "yew-inmss,yew,", "yew-inmss,yw,", ["Error unknown-provider tables/provisions.csv:4 provider_id 'yw': tables/providers.csv has no such provider_id. Maybe 'yew' was meant."] },
        { "tables/schemes.csv", "Oak annexe,oak-special", "Oak annexe,oak", ["Error unknown-provision tables/schemes.csv:2 provision_id 'oak': tables/provisions.csv has no such provision_id."] },
        { "tables/prices.csv", "place-funding,resourced-provision", "place-funding,resourced-provison",
            [.. Enumerable.Range(5, 3).Select(row => $"Error unknown-price-scope tables/prices.csv:{row} applies_to 'resourced-provison': This is neither 'all' nor a kind of provision nor a provision_id of tables/provisions.csv. Maybe 'resourced-provision' was meant.")] },

        // Points outside the map.
        { "tables/areas.csv", "440000,115000", "440000,1150000000", ["Error outside-great-britain tables/areas.csv:2 easting_m northing_m '440000 1150000000': The point is outside Great Britain."] },
        { "tables/areas.csv", "440000,112000", "51,-1", ["Error outside-great-britain tables/areas.csv:3 easting_m northing_m '51 -1': The point is outside Great Britain. Maybe it is latitude and longitude; convert it to National Grid metres."] },
        { "tables/providers.csv", "440000,109000", "940000,440000", ["Error outside-great-britain tables/providers.csv:4 easting_m northing_m '940000 440000': The point is outside Great Britain. Maybe easting and northing are swapped."] },
        { "tables/providers.csv", "440000,109000", "109000,440000", ["Warning far-from-areas tables/providers.csv:4 easting_m northing_m '109000 440000': The point is 464 km from the middle of the areas. Maybe easting and northing are swapped."] },

        // Population.
        { "tables/population.csv", "south,7,0,made up,2025-01\n", "", ["Error population-missing tables/population.csv area_id 'south': The area has no row for the ages 7."] },
        { "tables/areas.csv", "south,South,", "mid,Middle,445000,112000,made up,2025-01\nsouth,South,", ["Error population-missing tables/population.csv area_id 'mid': The area has no row for any age."] },

        // Designations and places.
        { "tables/provisions.csv", "special,0,11", "special,11,0",
        [
            "Error admits-nobody tables/provisions.csv:2 year_from 'oak-special': The provision admits nobody: year group 11 is older than 0. Maybe year_from and year_to are swapped.",
            "Warning stock-not-designated tables/stock.csv provision_id 'oak-special': 3 of the 3 pupils placed there in the base year are not whom the provision is designated for; they will be placed anew.",
        ] },
        { "tables/provisions.csv", "ASD;SLD;SLCN,special,", "ASD;SLD;SLCN,;,", ["Error admits-nobody tables/provisions.csv:2 levels 'oak-special': The provision admits nobody: the list is empty.",
            "Warning stock-not-designated tables/stock.csv provision_id 'oak-special': 3 of the 3 pupils placed there in the base year are not whom the provision is designated for; they will be placed anew."] },
        { "tables/provisions.csv", "14,mixed,0,,,,", "14,mixed,0,2026/27,2025/26,,", ["Error never-open tables/provisions.csv:4 closes '2025/26': The provision is never open: it closes before it opens in 2026/27. Maybe opens and closes are swapped."] },
        { "tables/places.csv", "yew-inmss,2024/25,10,0,made up,2025-01\n", "", ["Error provision-without-places tables/provisions.csv:4 provision_id 'yew-inmss': tables/places.csv has no row for the provision."] },
        { "tables/places.csv", "2024/25,3,1", "2024/25,3,4", ["Warning imports-above-places tables/places.csv:3 imports_pupils '4': Other authorities' pupils take more than the 3 places, so none is left for residents."] },
        { "tables/provisions.csv", "yew-inmss,yew,Yew", "inmss,yew,Yew", ["Error provision-without-places tables/provisions.csv:4 provision_id 'inmss': tables/places.csv has no row for the provision.",
            "Error reserved-id tables/provisions.csv:4 provision_id 'inmss': A provision cannot have the name of a kind of provision, 'all' or 'unplaced' as its id.",
            "Error unknown-provision tables/places.csv:4 provision_id 'yew-inmss': tables/provisions.csv has no such provision_id."] },

        // Schemes.
        { "tables/schemes.csv", "oak-special,,", "oak-special,2024/25,", ["Error scheme-opens-too-early tables/schemes.csv:2 opens '2024/25': The scheme opens before the first planned year, 2025/26. Maybe its places belong in places.csv."] },
        { "tables/schemes.csv", "oak-special,,", "oak-special,2027/28,", ["Warning scheme-opens-too-late tables/schemes.csv:2 opens '2027/28': The scheme opens after the last planned year, 2026/27, so its places never count."] },
        { "tables/scheme_years.csv", "oak-annexe,0,1,", "oak-annexe,0,,", ["Error scheme-without-places tables/schemes.csv:2 scheme_id 'oak-annexe': The scheme adds no places in tables/scheme_years.csv."] },
        { "tables/scheme_years.csv", "oak-annexe,-1,,", "oak-annexe,-1,1,", ["Error places-before-opening tables/scheme_years.csv:2 places '1': A year before the opening can spend but not add places."] },
        { "tables/scheme_years.csv", "oak-annexe,0", "oak-anexe,0",
            ["Error scheme-without-places tables/schemes.csv:2 scheme_id 'oak-annexe': The scheme adds no places in tables/scheme_years.csv.", "Error unknown-scheme tables/scheme_years.csv:3 scheme_id 'oak-anexe': tables/schemes.csv has no such scheme_id. Maybe 'oak-annexe' was meant."] },
        { "tables/schemes.csv", "scheme_id,name,provision_id,opens,source,date\noak-annexe,Oak annexe,oak-special,,", "scheme_id,name,provision_id,opens,status,source,date\noak-annexe,Oak annexe,oak-special,,committed,", ["Error committed-without-opening tables/schemes.csv:2 opens: A committed scheme states the September it opens in."] },
        { "tables/schemes.csv", "scheme_id,name,provision_id,opens,source,date\noak-annexe,Oak annexe,oak-special,,", "scheme_id,name,provision_id,opens,status,source,date\noak-annexe,Oak annexe,oak-special,2026/27,candidate,", ["Error opens-without-commitment tables/schemes.csv:2 opens '2026/27': Only a committed scheme states when it opens. Maybe 'earliest' was meant."] },
        { "tables/schemes.csv", "scheme_id,name,provision_id,opens,source,date\noak-annexe,Oak annexe,oak-special,,", "scheme_id,name,provision_id,status,earliest,latest,source,date\noak-annexe,Oak annexe,oak-special,candidate,2026/27,2025/26,", ["Error latest-before-earliest tables/schemes.csv:2 latest '2025/26': It may open from 2026/27, so not at the latest before."] },
        { "tables/schemes.csv", "scheme_id,name,provision_id,opens,source,date\noak-annexe,Oak annexe,oak-special,,", "scheme_id,name,provision_id,latest,source,date\noak-annexe,Oak annexe,oak-special,2025/26,", ["Warning window-of-no-candidate tables/schemes.csv:2 latest '2025/26': Only a candidate has a window; the scheme is none. Maybe 'candidate' was meant as its status."] },
        { "tables/schemes.csv", "scheme_id,name,provision_id,opens,source,date\noak-annexe,Oak annexe,oak-special,,", "scheme_id,name,provision_id,requires,excludes,source,date\noak-annexe,Oak annexe,oak-special,oak-anexe+1,oak-annexe,",
            ["Error unknown-scheme tables/schemes.csv:2 requires 'oak-anexe': tables/schemes.csv has no such scheme_id. Maybe 'oak-annexe' was meant.", "Error scheme-names-itself tables/schemes.csv:2 excludes 'oak-annexe': A scheme cannot require or exclude itself."] },
        { "tables/schemes.csv", "scheme_id,name,provision_id,opens,source,date\noak-annexe,Oak annexe,oak-special,,", "scheme_id,name,provision_id,requires,source,date\nelm-wing,Elm wing,elm-base,oak-annexe,made up,2025-01\noak-annexe,Oak annexe,oak-special,elm-wing,",
            ["Error prerequisites-in-a-circle tables/schemes.csv:2 requires 'elm-wing': These schemes wait for each other: elm-wing after oak-annexe after elm-wing.", "Error scheme-without-places tables/schemes.csv:2 scheme_id 'elm-wing': The scheme adds no places in tables/scheme_years.csv."] },
        { "tables/schemes.csv", "scheme_id,name,provision_id,opens,source,date\noak-annexe,Oak annexe,oak-special,,", "scheme_id,name,provision_id,groups,source,date\noak-annexe,Oak annexe,oak-special,bases,", ["Warning group-without-size tables/schemes.csv:2 groups 'bases': The base file's scheme-groups do not say how many of this group may open, so it limits nothing."] },
        { "base.yaml", "objective: [unplaced, over-number, cost]", "objective: [unplaced, over-number, cost]\nscheme-groups: { bases: { at-most: 1, exactly: 1 } }",
            ["Error group-size base.yaml:14 scheme-groups.bases: A group states at-most, at-least or both, or exactly.", "Error empty-group tables/schemes.csv groups 'bases': No scheme of the case is in this group."] },
        { "base.yaml", "objective: [unplaced, over-number, cost]", "objective: [unplaced, over-number, cost]\ncapital: { basis: annualised, life-years: 0 }", ["Error out-of-range base.yaml:14 capital.life-years '0': A life of 1 to 200 years is wanted."] },

        // Prices.
        { "tables/prices.csv", "fee,inmss,2027-28,60000,made up: divides by 12 without pence,2025-01\n", "", ["Error price-year-missing tables/prices.csv:15 item applies_to 'fee inmss': The price is not stated for 2027-28."] },
        { "tables/prices.csv", "fee,inmss", "transport-per-pupil,inmss", ["Error provision-without-price tables/provisions.csv:4 provision_id 'yew-inmss': tables/prices.csv states no place-funding, top-up or fee for the provision, its kind (inmss) or all. Maybe it costs nothing; then state a fee of 0."] },

        // Levels.
        { "tables/levels.csv", "ASD,secondary,special,1", "ASD,secondary,special,0.9", ["Error level-shares-sum tables/levels.csv:3 need phase 'ASD secondary': The shares of the levels sum to 0.9, not to 1."] },
        { "tables/levels.csv", "SLCN,secondary,special,1,made up: no secondary base exists,2025-01\n", "", ["Error level-shares-missing tables/levels.csv need phase 'SLCN secondary': The table has no shares for pupils of this need and phase, whom the stock or the joiners lead to."] },

        // Stock.
        { "tables/stock.csv", "south,SLCN,resourced,female,5,elm-base", "south,SLCN,resourced,female,5,oak-special",
            ["Warning stock-not-designated tables/stock.csv provision_id 'oak-special': 1 of the 4 pupils placed there in the base year are not whom the provision is designated for; they will be placed anew."] },
        { "tables/provisions.csv", "6,mixed,0,,", "6,mixed,0,2025/26,", ["Warning stock-not-open tables/stock.csv provision_id 'elm-base': 1 pupils are placed there in the base year, when the provision is not open."] },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public void A_mistake_gives_exactly_its_findings(string file, string good, string bad, string[] expected)
    {
        using TempCase files = new();

        Assert.Equal(expected.Order(StringComparer.Ordinal), files.Replace(file, good, bad).Findings().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Mistakes_in_many_files_are_found_at_once()
    {
        using TempCase files = new();
        files.Replace("tables/stock.csv", "north,ASD", "north,ASDD").Replace("tables/places.csv", "2024/25,4", "2024/25,-4")
            .Replace("tables/leavers.csv", ",", ";").Replace("base.yaml", "authority:", "authorty:").Replace("tables/prices.csv", "2025-26,120", "2025-26,");

        Assert.Equal(
            ["missing-key", "unknown-key", "wrong-delimiter", "negative-number", "missing-value", "unknown-need"],
            files.Findings().Select(finding => finding.Split(' ')[1]));
    }

    [Fact]
    public void Optional_tables_are_read_when_they_are_there()
    {
        using TempCase files = new();
        files.Write("tables/travel.csv", "area_id,provider_id,minutes,km,source,date\nnorth,yew,31.5,9.25,timed,2025-01\n");
        files.Write("tables/published.csv", "table,key1,key2,count,source,date\nby-need,ASD,,2,made up,2025-01\n");

        var loaded = Storage.Cases.CaseReader.Read(files.PathOf("base.yaml"));

        var journey = loaded.Case.JourneyTo(loaded.Case.Provision(new("yew-inmss")), new("north"));
        Assert.Equal((9.25, 31.5), (journey.Distance.Kilometres, journey.Time.TotalMinutes));
        Assert.Equal([("by-need", "ASD", null, 2)], loaded.Published.Select(count => (count.Table, count.Key1, count.Key2, count.Count)));
    }
}
