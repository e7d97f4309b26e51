using System.Reflection;
using System.Runtime.CompilerServices;

namespace PlaceSufficiency.Architecture.Tests;

public class DomainTypeTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly string[] _moneyWords = ["Cost", "Price", "Pounds", "Money"];

    private static readonly Type[] _types = Assembly.Load("PlaceSufficiency.Domain").GetTypes()
        .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute)))
        .ToArray();

    public static TheoryData<Type> PublicRecordsAndStructs => [.. _types.Where(type => type.IsVisible && (IsRecord(type) || IsStruct(type)))];

    [Theory, MemberData(nameof(PublicRecordsAndStructs))]
    public void A_public_record_or_struct_cannot_be_changed_once_made(Type type)
    {
        var settable = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is { IsPublic: true } setter && !IsInitOnly(setter))
            .Select(property => property.Name);
        var mutable = type.GetFields(BindingFlags.Public | BindingFlags.Instance)
            .Where(field => !field.IsInitOnly)
            .Select(field => field.Name);

        Assert.Empty(settable.Concat(mutable));
    }

    [Fact]
    public void Money_is_never_a_floating_point_number()
    {
        var floating =
            from type in _types
            from member in type.GetMembers(Declared)
            let valueType = member switch
            {
                PropertyInfo property => property.PropertyType,
                FieldInfo field when !field.IsDefined(typeof(CompilerGeneratedAttribute)) => field.FieldType,
                _ => null,
            }
            where valueType is not null && IsFloatingPoint(valueType)
            where _moneyWords.Any(word => member.Name.Contains(word, StringComparison.OrdinalIgnoreCase))
            select $"{type.Name}.{member.Name}";

        Assert.Empty(floating);
    }

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static bool IsStruct(Type type) => type is { IsValueType: true, IsEnum: false };

    private static bool IsInitOnly(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static bool IsFloatingPoint(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is var bare && (bare == typeof(double) || bare == typeof(float));
}
