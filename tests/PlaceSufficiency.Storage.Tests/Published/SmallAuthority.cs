using PlaceSufficiency.Storage.Published;

namespace PlaceSufficiency.Storage.Tests.Published;

/// <summary>A made-up authority of eight plans in the layout of the published tables, beside another one that must not be read.</summary>
internal sealed class SmallAuthority : IDisposable
{
    private const string Places = "Smallton";
    private static readonly string _placements = string.Join(',', PlacementNames.Columns.Keys);

    public SmallAuthority()
    {
        Put("sen2/release-2022/sen2_age_caseload.csv", "time_period,new_la_code,la_name,characteristic_age,Total_all",
            [.. new[] { ("Under 5", 1), ("Age 5 to 10", 3), ("Age 11 to 15", 3), ("Age 16 to 19", 1), ("Age 20 to 25", 0), ("Total", 8) }
                .Select(band => $"2021,E06000999,{Places},{band.Item1},{band.Item2}"), $"2021,E06000998,Elsewhere,Under 5,77"]);
        Put("sen2/release-2025-open-authorities/caseload.csv", $"time_period,la_name,new_la_code,breakdown_topic,breakdown,ehcplans,{_placements}",
        [
            Caseload("202021", "All EHC plans", "All EHC plans", 8, ("mainstream_academy", 3), ("mainstream_la_maintained_senunit", 1), ("special_academy_free", 2), ("special_non_maintained", 1), ("await_prov_2022", 1)),
            Caseload("202425", "All EHC plans", "All EHC plans", 4, ("mainstream_academy", 2), ("special_academy_free", 2)),
            Caseload("202425", "Child or young persons age", "under 3", 1, ("mainstream_academy", 1)),
            Caseload("202425", "Child or young persons age", "age 12", 3, ("mainstream_academy", 1), ("special_academy_free", 2)),
            Caseload("202425", "Sex", "Female", 1, ("mainstream_academy", 1)),
            Caseload("202425", "Sex", "Unknown", 3, ("mainstream_academy", 1), ("special_academy_free", 2)),
            Caseload("202324", "Child or young persons age", "age 11", 3, ("mainstream_academy", 3)),
            Caseload("202324", "All EHC plans", "All EHC plans", 3, ("mainstream_academy", 3)),
        ]);
        Put("sen2/release-2025-open-authorities/sen_needs_all_plans.csv", "time_period,la_name,new_la_code,breakdown_topic,breakdown,number_asd,number_semh,number_need_unknown",
        [
            $"202425,{Places},E06000999,Type of placement,Mainstream - academy,1,0,1",
            $"202425,{Places},E06000999,Type of placement,Mainstream - total,1,0,1",
            $"202425,{Places},E06000999,Type of placement,Special - Academy/free schools,1,1,0",
            $"202425,{Places},E06000999,Child or young persons age,under 3,0,0,1",
            $"202425,{Places},E06000999,Child or young persons age,age 12,2,1,0",
            $"202425,{Places},E06000999,Sex,Female,1,0,0",
            $"202425,{Places},E06000999,Sex,Unknown,1,1,1",
        ]);
        Put("sen2/release-2025-open-authorities/newplans.csv", "time_period,la_name,new_la_code,breakdown_topic,breakdown,new_ehc_plans",
            [.. from year in Enumerable.Range(2021, 4) select $"{year},{Places},E06000999,Age when plan started,age 4,{year - 2020}", $"2024,{Places},E06000999,Sex,Male,4"]);
        Put("sen2/release-2025-open-authorities/sen_need_newplans.csv", "time_period,la_name,new_la_code,breakdown_topic,breakdown,number_asd,number_semh,number_need_unknown",
            [$"2024,{Places},E06000999,Child or young persons age,age 3,3,0,1", $"2024,{Places},E06000999,Sex,Male,3,0,1"]);
        Put("sen2/release-2025-open-authorities/ceased_plans.csv", "time_period,la_name,new_la_code,breakdown_topic,breakdown,total_ceased",
            [.. from year in Enumerable.Range(2022, 3) select $"{year},{Places},E06000999,Age plan ceased,age 12,1", $"2024,{Places},E06000999,Age plan ceased,Age unknown,9"]);
        string ages = string.Join(',', Enumerable.Range(0, 26).Select(age => $"age_{age}"));
        Put("areas/lsoa2011_population_mid2020_single_year_england.csv", $"lsoa11_code,lsoa11_name,lad21_code,lad21_name,{ages}",
            [$"E2,Smallton 2,E06000999,{Places},{Numbers(2)}", $"E1,Smallton 1,E06000999,{Places},{Numbers(1)}", $"E9,Elsewhere 1,E06000998,Elsewhere,{Numbers(9)}"]);
        Put("areas/lsoa2011_centroids_england.csv", "lsoa_code,pcmean_easting,pcmean_northing", ["E1,441000.4,112000", "E2,442000,113000"]);
        Put("areas/imd2019_lsoa11_england.csv", "lsoa11_code,IMD_decile", ["E1,1", "E2,10"]);
    }

    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("smallton");

    public void Dispose() => Folder.Delete(recursive: true);

    public void Put(string path, string header, string[] rows)
    {
        string file = Path.Combine(Folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllLines(file, [header, .. rows]);
    }

    private static string Numbers(int number) => string.Join(',', Enumerable.Repeat(number, 26));

    private static string Caseload(string period, string topic, string breakdown, int plans, params (string Column, int Plans)[] placed) =>
        $"{period},{Places},E06000999,{topic},{breakdown},{plans},"
        + string.Join(',', PlacementNames.Columns.Keys.Select(column => placed.FirstOrDefault(one => one.Column == column) is { Column: not null } one ? one.Plans.ToString() : "x"));
}
