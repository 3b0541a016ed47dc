namespace Inomya.Importing.Devices;

/// <summary>The formats of devices, the more particular first.</summary>
internal static class DeviceFormats
{
    public static IReadOnlyList<FileFormat> All { get; } =
    [
        new GarminFit(),
        new HealthConnectDb(),
        new HealthConnectWebhook(),
        new HealthAutoExport(),
        new PlainSamples(),
        new GoogleFitJson(),
        new FitbitApi(),
        new GarminSleep(),
        new GarminActivities(),
        new GarminDays(),
        new GarminBody(),
        new PolarNights(),
        new PolarPulse(),
        new PolarDays(),
        new FitbitJson(),
        new OpenMHealth(),
        new SamsungTable(),
        new WhoopSleeps(),
        new WhoopCycles(),
        new WhoopJournal(),
        new FitbitSleeps(),
        new FitbitSeries(),
        new FitbitNightTable(),
        new GoogleFitDays(),
        new OuraSleep(),
        new OuraDays(),
        new OuraTrends(),
        new WithingsLists(),
        new WithingsSums(),
        new WithingsSleep(),
        new WithingsBody(),
    ];
}
