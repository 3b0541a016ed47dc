namespace Inomya.Importing.Apps;

/// <summary>Reads sleep-export.csv of Sleep as Android: a header before each night, since its times differ.</summary>
/// <remarks>
/// Of a night the moment of its start (Id) and its hours are read; From and To are the same without what the clock
/// does in autumn. Behind the fixed columns stand movements, which the stages are made of, and events such as
/// "DEEP_START-1606734191337". A second row of a night holds its noise.
/// </remarks>
internal sealed class SleepAsAndroidCsv : DiaryTable
{
    private static readonly string[] Fixed =
    [
        "Id",
        "Tz",
        "From",
        "To",
        "Sched",
        "Hours",
        "Rating",
        "Comment",
        "Framerate",
        "Snore",
        "Noise",
        "Cycles",
        "DeepSleep",
        "LenAdjust",
        "Geo",
    ];

    public override string Id => "sleep-as-android";

    protected override bool Recognises(BroughtFile file, CsvTable table) =>
        HasAll(table, "Id", "Tz", "From", "To", "Hours", "Rating", "LenAdjust");

    protected override bool IsData(CsvTable table) => table.At(0) != Fixed[0];

    protected override bool IsWhole(CsvTable table) => table.Width >= Fixed.Length;

    protected override Action<DiaryRow> ReaderOf(DiarySheet sheet, DiaryFacts facts) =>
        new SleepAsAndroidReader(facts).Read;
}
