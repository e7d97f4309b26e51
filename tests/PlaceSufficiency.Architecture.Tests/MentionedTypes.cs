using System.Reflection;
using System.Reflection.Emit;

namespace PlaceSufficiency.Architecture.Tests;

/// <summary>The types that a type mentions: what it derives from, its members' signatures, and every instruction of their bodies.</summary>
public static class MentionedTypes
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<ushort, OpCode> _opCodes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (ushort)code.Value);

    public static IReadOnlySet<Type> Of(Type type)
    {
        var members = type.GetMembers(Declared).Where(member => member is not Type);
        var bodies = type.GetMembers(Declared).OfType<MethodBase>().SelectMany(Body);
        IEnumerable<Type?> mentioned = [type.BaseType, .. type.GetInterfaces(), .. members.SelectMany(Signature), .. bodies];
        return mentioned.OfType<Type>().SelectMany(Parts).ToHashSet();
    }

    private static IEnumerable<Type?> Signature(MemberInfo member) => member switch
    {
        FieldInfo field => [field.DeclaringType, field.FieldType],
        MethodInfo method => [method.DeclaringType, method.ReturnType, .. Parameters(method), .. method.GetGenericArguments()],
        MethodBase constructor => [constructor.DeclaringType, .. Parameters(constructor)],
        Type type => [type],
        _ => [],
    };

    private static IEnumerable<Type> Parameters(MethodBase method) => method.GetParameters().Select(parameter => parameter.ParameterType);

    private static IEnumerable<Type?> Body(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
        {
            return [];
        }

        var typeArguments = method.DeclaringType!.GetGenericArguments();
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : [];
        return body.LocalVariables.Select(local => (Type?)local.LocalType)
            .Concat(body.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause).Select(clause => clause.CatchType))
            .Concat(Tokens(body.GetILAsByteArray()!).SelectMany(token => Signature(method.Module.ResolveMember(token, typeArguments, methodArguments)!)));
    }

    /// <summary>Metadata tokens of types, fields and methods in a body, instruction by instruction.</summary>
    private static IEnumerable<int> Tokens(byte[] code)
    {
        for (int at = 0; at < code.Length;)
        {
            ushort value = code[at] == 0xFE ? (ushort)(0xFE00 | code[at + 1]) : code[at];
            var operand = _opCodes[value].OperandType;
            at += _opCodes[value].Size;
            if (operand is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                yield return BitConverter.ToInt32(code, at);
            }

            at += operand switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }

    /// <summary>The type itself, what it is an array of or refers to, and what its generic parameters stand for.</summary>
    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
        : [type];
}
