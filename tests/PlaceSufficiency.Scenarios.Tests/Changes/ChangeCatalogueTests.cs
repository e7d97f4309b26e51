using System.Collections.Immutable;
using System.ComponentModel;
using System.Reflection;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Scenarios.Changes;

namespace PlaceSufficiency.Scenarios.Tests.Changes;

public class ChangeCatalogueTests
{
    private static readonly Type[] _bindable =
    [
        typeof(string), typeof(bool), typeof(int), typeof(decimal), typeof(AcademicYear), typeof(FinancialYear), typeof(YearGroup), typeof(NeedSet),
        typeof(ProvisionLevel), typeof(LevelSet), typeof(ProvisionKind), typeof(Phase), typeof(SexAdmitted), typeof(PriceItem), typeof(ProvisionId),
        typeof(SchemeId), typeof(Pounds), typeof(ImmutableArray<Phase>), typeof(ImmutableArray<SchemeId>), typeof(TotalsGrowth), typeof(ImmutableSortedDictionary<AcademicYear, int>),
        typeof(ImmutableSortedDictionary<AcademicYear, decimal>), typeof(PlanningAreaId), typeof(ImmutableSortedDictionary<Phase, decimal>),
        typeof(ObjectiveTier), typeof(ImmutableArray<ObjectiveTier>), typeof(LimitKind), typeof(LimitMode),
    ];

    public static TheoryData<Type> Bound => [.. ChangeCatalogue.ByName.Values, typeof(TotalsRule), typeof(TotalsGrowth)];

    [Fact]
    public void The_changes_are_these() => Assert.Equal(
        [
            "add-places", "allow-moves", "build-homes", "cap-inmss", "cease-earlier", "change-designation", "change-price", "close-provision",
            "consider-schemes", "drop-scheme", "early-support", "even-out-mainstream", "limit-capital", "limit-high-needs", "limit-inmss-spend", "limit-schemes", "no-new-placements",
            "open-provision", "open-scheme", "regional-framework", "require-class-group", "scale-joiners", "set-imports", "set-objective", "set-places", "set-totals", "set-travel-ceiling", "shift-level", "tolerate", "treat-limit", "weigh-unplaced",
        ],
        ChangeCatalogue.ByName.Keys);

    [Theory, MemberData(nameof(Bound))]
    public void Every_parameter_can_be_bound_and_is_described(Type type)
    {
        ParameterInfo[] parameters = type.GetConstructors().Single().GetParameters();

        Assert.NotNull(type.GetCustomAttribute<DescriptionAttribute>());
        Assert.All(parameters, parameter => Assert.Contains(Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType, (IEnumerable<Type>)[.. _bindable]));
        Assert.All(parameters, parameter => Assert.EndsWith(
            ".", type.GetProperty(parameter.Name!)!.GetCustomAttribute<DescriptionAttribute>()?.Description, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Bound))]
    public void A_parameter_is_optional_when_it_may_be_null_and_only_then(Type type)
    {
        NullabilityInfoContext nullability = new();

        Assert.All(type.GetConstructors().Single().GetParameters(), parameter =>
            Assert.Equal(nullability.Create(parameter).WriteState == NullabilityState.Nullable, parameter.HasDefaultValue));
    }

    [Theory]
    [InlineData("YearFrom", "year-from")]
    [InlineData("Post16", "post-16")]
    [InlineData("SpecialistPost16", "specialist-post-16")]
    [InlineData("TransportPerKm", "transport-per-km")]
    [InlineData("Inmss", "inmss")]
    public void Names_are_written_in_kebab_case(string name, string written) => Assert.Equal(written, Spelling.Kebab(name));

    [Theory]
    [InlineData("inclusion-base", ProvisionKind.ResourcedProvision)]
    [InlineData("specialist-post-16", ProvisionKind.SpecialistPost16)]
    public void Kinds_are_read_as_files_spell_them(string written, ProvisionKind kind) => Assert.Equal(kind, Spelling.Kind(written));

    [Theory]
    [InlineData("specialschool")]
    [InlineData("0")]
    public void Other_spellings_are_no_kind(string written) => Assert.Null(Spelling.Kind(written));
}
