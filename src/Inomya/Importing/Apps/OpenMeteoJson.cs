using System.Text.Json;

namespace Inomya.Importing.Apps;

/// <summary>Reads the weather that Open-Meteo keeps: values by hour, by day, or both.</summary>
/// <remarks>
/// All its hours are those of one offset, the one of the day it was asked, in summer and in winter: taken for local
/// time half of them would be an hour off. Nothing (null) is no value. Of air pressure the one at sea level is ours:
/// it changes with the weather and not with the place. What is there by hour is not taken by day again.
/// </remarks>
internal sealed class OpenMeteoJson : DiaryJson
{
    public override string Id => "open-meteo";

    public override bool Recognises(BroughtFile file) =>
        file.IsJson
        && Has(file, "latitude")
        && Has(file, "utc_offset_seconds")
        && (Has(file, "hourly_units") || Has(file, "daily_units"));

    protected override void Read(BroughtFile file, JsonElement root, DiaryFacts facts, CancellationToken stop)
    {
        if (root.NumberAt("utc_offset_seconds") is not (>= -86_400 and <= 86_400 and var offset))
            throw new ImportException(ImportProblem.BrokenRecord, "1:1");
        var hours = new OpenMeteoHours(root, (int)offset, facts);
        hours.Read(stop);
        new OpenMeteoDays(root, (int)offset, hours.Measures, facts).Read(stop);
    }

    private static bool Has(BroughtFile file, string name) =>
        file.HeadText.Contains($"\"{name}\"", StringComparison.Ordinal);
}
