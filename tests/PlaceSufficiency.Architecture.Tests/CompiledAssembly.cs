using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PlaceSufficiency.Architecture.Tests;

/// <summary>A type by namespace and name, without the arity mark of a generic.</summary>
public readonly record struct TypeName(string Namespace, string Name)
{
    public override string ToString() => Namespace.Length == 0 ? Name : $"{Namespace}.{Name}";
}

/// <summary>What a compiled assembly names, read from its metadata without loading it.</summary>
public sealed class CompiledAssembly
{
    private CompiledAssembly(string name, string[] references, TypeName[] typesUsed, TypeName[] typesDefined)
    {
        Name = name;
        References = references;
        TypesUsed = typesUsed;
        TypesDefined = typesDefined;
    }

    public string Name { get; }

    /// <summary>Simple names of the assemblies it was compiled against and uses.</summary>
    public IReadOnlyList<string> References { get; }

    /// <summary>Types of other assemblies that its code or signatures mention.</summary>
    public IReadOnlyList<TypeName> TypesUsed { get; }

    /// <summary>Types written in it, nested ones too; what the compiler generated is left out.</summary>
    public IReadOnlyList<TypeName> TypesDefined { get; }

    public static CompiledAssembly Read(string name)
    {
        using var file = File.OpenRead(PathOf(name));
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        return new CompiledAssembly(
            name,
            [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))],
            [.. metadata.TypeReferences.Select(metadata.GetTypeReference).Select(type => NameIn(metadata, type.Namespace, type.Name))],
            [.. metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
                .Select(type => NameIn(metadata, type.Namespace, type.Name))
                .Where(type => !type.Name.Contains('<', StringComparison.Ordinal))]);
    }

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, $"{name}.dll");

    private static TypeName NameIn(MetadataReader metadata, StringHandle @namespace, StringHandle name) =>
        new(metadata.GetString(@namespace), metadata.GetString(name).Split('`')[0]);
}
