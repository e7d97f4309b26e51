using System.Text.Json;
using System.Text.Json.Serialization;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Scenarios.Batches;

namespace PlaceSufficiency.Storage.Archive;

/// <summary>How manifests and batch records are written. Made when the program is built: found out by reflection it would be a third of the time that a look into an archive takes.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    NewLine = "\n",
    PropertyNamingPolicy = JsonKnownNamingPolicy.KebabCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    Converters = [typeof(KebabWords<KeptResults>), typeof(KebabWords<ObjectiveTier>)])]
[JsonSerializable(typeof(RunManifest))]
[JsonSerializable(typeof(BatchRecord))]
internal sealed partial class ArchiveJson : JsonSerializerContext
{
    /// <summary>Words as they are written everywhere else, never their numbers.</summary>
    internal sealed class KebabWords<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
        where T : struct, Enum;
}
