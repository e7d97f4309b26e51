using System.Collections.Immutable;
using System.ComponentModel;
using System.Reflection;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Scenarios;
using PlaceSufficiency.Scenarios.Batches;
using PlaceSufficiency.Scenarios.Changes;
using PlaceSufficiency.Storage.Scalars;

namespace PlaceSufficiency.Storage.Yaml;

/// <summary>Reads shapes off record types: a parameter of the record's constructor is a key, and is required when it has no default.</summary>
internal static class ShapeReflection
{
    private static readonly Dictionary<Type, ScalarType> _scalars = new()
    {
        [typeof(string)] = FieldScalars.Text,
        [typeof(int)] = Numbers.Whole(),
        [typeof(decimal)] = Numbers.Decimal(),
        [typeof(AcademicYear)] = FieldScalars.AcademicYear,
        [typeof(FinancialYear)] = FieldScalars.FinancialYear,
        [typeof(YearGroup)] = FieldScalars.YearGroup,
        [typeof(PrimaryNeed)] = FieldScalars.Need,
        [typeof(ProvisionKind)] = FieldScalars.Kind,
        [typeof(ProvisionLevel)] = FieldScalars.Level,
        [typeof(Phase)] = FieldScalars.Phase,
        [typeof(Sex)] = FieldScalars.Sex,
        [typeof(SexAdmitted)] = FieldScalars.SexAdmitted,
        [typeof(PriceItem)] = FieldScalars.PriceItem,
        [typeof(PriceScope)] = FieldScalars.PriceScope,
        [typeof(ObjectiveTier)] = FieldScalars.Tier,
        [typeof(LimitKind)] = FieldScalars.Limit,
        [typeof(LimitMode)] = FieldScalars.Mode,
        [typeof(KeptResults)] = FieldScalars.Keep,
        [typeof(TotalsRole)] = FieldScalars.TotalsRole,
        [typeof(JoinersFollow)] = FieldScalars.JoinersFollow,
        [typeof(PlanningAreaId)] = FieldScalars.AreaId,
        [typeof(ProviderId)] = FieldScalars.ProviderId,
        [typeof(ProvisionId)] = FieldScalars.ProvisionId,
        [typeof(SchemeId)] = FieldScalars.SchemeId,
        [typeof(CapitalBasis)] = SchemeScalars.CapitalBasis,
        [typeof(Pounds)] = FieldScalars.Pounds,
    };

    /// <summary>The shape of a record type.</summary>
    public static RecordShape OfRecord(Type type)
    {
        ConstructorInfo constructor = type.GetConstructors().Single(candidate => candidate.GetParameters() is not [{ } only] || only.ParameterType != type);
        return new RecordShape(type, DescriptionOf(type), [.. constructor.GetParameters().Select(Field)]);
    }

    private static FieldShape Field(ParameterInfo parameter)
    {
        PropertyInfo property = parameter.Member.DeclaringType!.GetProperty(parameter.Name!)!;
        bool isShare = property.IsDefined(typeof(ShareAttribute));
        return new FieldShape(
            Scenarios.Changes.Spelling.Kebab(parameter.Name!),
            DescriptionOf(property),
            !parameter.HasDefaultValue,
            parameter.HasDefaultValue ? parameter.DefaultValue : null,
            Of(parameter.ParameterType, isShare));
    }

    private static string DescriptionOf(MemberInfo member) => member.GetCustomAttribute<DescriptionAttribute>()?.Description
        ?? throw new InvalidOperationException($"{member.DeclaringType?.Name}.{member.Name} needs a description for editors.");

    private static Shape Of(Type type, bool isShare)
    {
        Type bare = Nullable.GetUnderlyingType(type) ?? type;
        if (isShare && bare == typeof(decimal))
        {
            return new ScalarShape(Numbers.DecimalOrPercent);
        }

        if (_scalars.TryGetValue(bare, out ScalarType? scalar))
        {
            return new ScalarShape(scalar);
        }

        if (bare == typeof(NeedSet) || bare == typeof(LevelSet))
        {
            return bare == typeof(NeedSet) ? new SetShape(FieldScalars.Needs, FieldScalars.Need) : new SetShape(FieldScalars.Levels, FieldScalars.Level);
        }

        return bare == typeof(PlacedChange) ? Changes() : bare.IsGenericType ? OfGeneric(bare, isShare) : OfRecord(bare);
    }

    private static Shape OfGeneric(Type type, bool isShare)
    {
        Type definition = type.GetGenericTypeDefinition();
        Type[] of = type.GetGenericArguments();
        if (definition == typeof(ImmutableArray<>))
        {
            return new ListShape(Of(of[0], isShare), Maker<IReadOnlyList<object>>(nameof(MakeArray), of));
        }

        if (definition != typeof(ImmutableSortedDictionary<,>) && definition != typeof(OrderedDictionary<,>))
        {
            throw new NotSupportedException($"{type} has no spelling in scenario files.");
        }

        string make = definition == typeof(OrderedDictionary<,>) ? nameof(MakeOrdered) : nameof(MakeSorted);
        return new MapShape(_scalars[of[0]], Of(of[1], isShare), Maker<IReadOnlyList<KeyValuePair<object, object>>>(make, of));
    }

    private static Func<TFrom, object> Maker<TFrom>(string method, Type[] of) =>
        typeof(ShapeReflection).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(of).CreateDelegate<Func<TFrom, object>>();

    private static object MakeArray<T>(IReadOnlyList<object> items) => items.Cast<T>().ToImmutableArray();

    private static object MakeSorted<TKey, TValue>(IReadOnlyList<KeyValuePair<object, object>> entries)
        where TKey : notnull => entries.ToImmutableSortedDictionary(entry => (TKey)entry.Key, entry => (TValue)entry.Value);

    private static object MakeOrdered<TKey, TValue>(IReadOnlyList<KeyValuePair<object, object>> entries)
        where TKey : notnull => new OrderedDictionary<TKey, TValue>(entries.Select(entry => KeyValuePair.Create((TKey)entry.Key, (TValue)entry.Value)));

    private static ChoiceShape Changes() => new(
        ChangeCatalogue.ByName.ToDictionary(change => change.Key, change => OfRecord(change.Value)),
        (line, change) => new PlacedChange(line, (ScenarioChange)change));
}
