using System.Globalization;
using Inomya.Journals;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Web.Sleep;

/// <summary>The fields of a night, each as a text of its own: what a form shows, sends and compares.</summary>
public static class NightFields
{
    public const string IntoBed = "bed",
        LightsOut = "lights",
        ToSleep = "fall",
        Awake = "awake",
        FinalWaking = "waking",
        OutOfBed = "up",
        Nap = "nap",
        Caffeine = "caffeine",
        Quality = "quality";

    /// <summary>In the order of the form.</summary>
    public static IReadOnlyList<string> All { get; } =
    [IntoBed, LightsOut, ToSleep, Awake, FinalWaking, OutOfBed, Quality, Nap, Caffeine];

    /// <summary>Minutes that are one tap; any other number is typed.</summary>
    public static IReadOnlyList<int> MinuteSteps { get; } = [0, 5, 15, 30, 45, 60, 90];

    private const int MostMinutes = 24 * 60;

    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>What a night says in a field; empty for nothing.</summary>
    /// <param name="quality">The check-in's rating of its day.</param>
    public static string TextOf(SleepNight? night, double? quality, string field) =>
        field == Quality ? quality?.ToString(CultureInfo.InvariantCulture) ?? ""
        : night is null ? ""
        : TextIn(night, field);

    private static string TextIn(SleepNight night, string field) =>
        field switch
        {
            IntoBed => Text(night.IntoBed),
            LightsOut => Text(night.LightsOut),
            FinalWaking => Text(night.FinalWaking),
            OutOfBed => Text(night.OutOfBed),
            ToSleep => Text(night.MinutesToSleep),
            Awake => Text(night.MinutesAwake),
            Nap => Text(night.NapMinutes),
            Caffeine => Text(night.CaffeineAfterNoon),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
        };

    /// <summary>The night that the fields say.</summary>
    /// <param name="wrong">Fields that cannot be read are added; they count as empty.</param>
    public static SleepNight Read(LocalDate day, Func<string, string> text, ICollection<string> wrong)
    {
        return new SleepNight
        {
            Id = SleepNight.IdOf(day),
            Day = day,
            IntoBed = Time(IntoBed),
            LightsOut = Time(LightsOut),
            FinalWaking = Time(FinalWaking),
            OutOfBed = Time(OutOfBed),
            MinutesToSleep = Minutes(ToSleep),
            MinutesAwake = Minutes(Awake),
            NapMinutes = Minutes(Nap),
            CaffeineAfterNoon = text(Caffeine) switch
            {
                "1" => true,
                "0" => false,
                _ => null,
            },
            Source = Inomya.Sleep.NightBook.Source,
        };

        LocalTime? Time(string field) =>
            text(field).Length == 0 ? null
            : Clock.Parse(text(field) is { Length: > 5 } seconds ? seconds[..5] : text(field)) is { Success: true } read
                ? read.Value
            : Wrong<LocalTime>(field);

        int? Minutes(string field) =>
            text(field).Length == 0 ? null
            : int.TryParse(text(field), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            && minutes <= MostMinutes
                ? minutes
            : Wrong<int>(field);

        T? Wrong<T>(string field)
            where T : struct
        {
            wrong.Add(field);
            return null;
        }
    }

    private static string Text(LocalTime? time) => time is { } clock ? Clock.Format(clock) : "";

    private static string Text(bool? yes) =>
        yes switch
        {
            true => "1",
            false => "0",
            null => "",
        };

    private static string Text(int? minutes) => minutes?.ToString(CultureInfo.InvariantCulture) ?? "";
}
