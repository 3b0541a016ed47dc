namespace Inomya.Importing.Apps;

/// <summary>The formats of diary apps, of apps for medicines and sleep, and of weather, the more particular first.</summary>
internal static class AppFormats
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
}
