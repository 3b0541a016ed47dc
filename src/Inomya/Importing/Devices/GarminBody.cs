using System.Globalization;

namespace Inomya.Importing.Devices;

/// <summary>*_userBioMetrics.json of Garmin's export: weights in grams, in GMT, among what the profile was set to.</summary>
internal sealed class GarminBody() : JsonListFormat(GarminDays.Maker, "metaData", "version", "weight.sourceType")
{
    private const double Milliseconds = 1000;

    public override string Id => "garmin-body";

    public override bool Recognises(BroughtFile file) =>
        file.IsJson
        && (
            file.ShortName.EndsWith("userBioMetrics.json", StringComparison.Ordinal)
            || JsonFile.Names(file, "metaData", "weight")
        );

    protected override void Read(JsonRecord record)
    {
        if (record.Has("weight.weight"))
            record.Keep(Measured.Weight, "weight.weight", WhenOf(record), "g");
        else if (record.Has("weight"))
            record.Keep(Measured.Weight, "weight", record.WholeDay("metaData.calendarDate"), "g");
    }

    /// <summary>Written, or counted since 1970; else the day it was put in.</summary>
    private static Stretch? WhenOf(JsonRecord record)
    {
        const string Field = "weight.timestampGMT";
        if (!record.Has(Field))
            return record.WholeDay("metaData.calendarDate");
        return Stretch.At(
            double.TryParse(record.Text(Field), CultureInfo.InvariantCulture, out _)
                ? record.SinceEpoch(Field, Milliseconds)
                : record.MomentUtc(Field)
        );
    }
}
