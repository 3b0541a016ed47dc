namespace Inomya.Importing;

/// <summary>The formats that say themselves what they hold, the more particular first.</summary>
internal static class FileFormats
{
    public static IReadOnlyList<FileFormat> All { get; } =
    [
        new NomieJson(),
        new OpenMeteoJson(),
        new ExistJson(),
        new BearableCsv(),
        new DaylioCsv(),
        new FlaredownMailCsv(),
        new VisibleCsv(),
        new TrackAndGraphCsv(),
        new HealthAutoExportMedicinesCsv(),
        new MyTherapyCsv(),
        new SleepAsAndroidCsv(),
        new SleepmeterCsv(),
        new OscarCsv(),
        new MigraineListCsv(),
        new NomieCsv(),
        new NomieDaysCsv(),
        new MeteostatCsv(),
        new LoopHabitsCsv(),
    ];

    /// <summary>The format of a file; null where it is none of them.</summary>
    public static FileFormat? Of(BroughtFile file) => All.FirstOrDefault(f => f.Recognises(file));
}
