using System.Text.Json;
using System.Text.Json.Serialization;
using Inomya.Journals;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace Inomya.Backups;

/// <summary>A record in a file of its own beside the journal, for its owner alone.</summary>
internal static class SmallFile
{
    private static readonly JsonSerializerOptions Json = new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    /// <summary>Null where there is none.</summary>
    /// <exception cref="BackupPlaceException">"plan-damaged".</exception>
    public static T? Read<T>(string file)
        where T : class
    {
        if (!File.Exists(file))
            return null;
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(file), Json);
        }
        catch (JsonException e)
        {
            throw new BackupPlaceException("plan-damaged", Path.GetFileName(file), e);
        }
    }

    public static void Write<T>(string file, T record)
    {
        var half = $"{file}.part";
        using (var target = PrivateFile.Create(half))
        {
            JsonSerializer.Serialize(target, record, Json);
            target.Flush(flushToDisk: true);
        }
        File.Move(half, file, overwrite: true);
    }
}
