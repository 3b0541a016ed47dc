using System.Text;
using Inomya.Importing;
using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Tests.Importing.Apps;

/// <summary>Reads files of apps as an import would, by a person who lives in Madrid and whose days end at 04:00.</summary>
internal static class AppFiles
{
    public static readonly LocalDate Today = new(2026, 11, 22);
    public static readonly DayClock Days = new(DayClock.UsualBoundary, [new ZoneSince(default, "Europe/Madrid")]);

    public static FileFormat? FormatOf(string text, string name = "export.csv") => FileFormats.Of(Brought(text, name));

    public static ImportSink Read(string text, string name = "export.csv", Dictionary<string, double>? words = null)
    {
        var file = Brought(text, name);
        var format = FileFormats.Of(file);
        Assert.NotNull(format);
        var sink = new ImportSink(format.Id, Days, Today, new MeasureList(Files.Catalogue.Measures))
        {
            Words = words ?? [],
        };
        format.Read(file, sink, TestContext.Current.CancellationToken);
        return sink;
    }

    public static BroughtFile Brought(string text, string name) =>
        BroughtFile.Of(name, new MemoryStream(Encoding.UTF8.GetBytes(text)));

    public static IEnumerable<Entry> Entries(this ImportSink sink) => sink.Facts.OfType<Entry>();

    /// <summary>"day measure=value" of each entry, with the scale of a rating, else the unit where it has one.</summary>
    public static IEnumerable<string> Values(this ImportSink sink) =>
        sink.Entries()
            .Select(e => FormattableString.Invariant($"{e.Day:MM-dd} {e.Measure}={e.Value:0.###}{e.Text}{UnitOf(e)}"));

    public static IEnumerable<string> Notes(this ImportSink sink) =>
        sink.Facts.OfType<Note>().Select(n => $"{n.Day:MM-dd} {n.Text}");

    /// <summary>"day medicine status amount unit as-written" of each intake.</summary>
    public static IEnumerable<string> Intakes(this ImportSink sink)
    {
        var names = sink.Facts.OfType<Treatment>().ToDictionary(t => t.Id, t => t.Name);
        return sink
            .Facts.OfType<Intake>()
            .Select(i =>
                FormattableString
                    .Invariant(
                        $"{i.Day:MM-dd} {names[i.TreatmentId]} {i.Status} {i.Amount} {i.AmountUnit} {i.AsWritten}"
                    )
                    .TrimEnd()
            );
    }

    /// <summary>"stage from-to" of each stretch of sleep, on the clock of Madrid.</summary>
    public static IEnumerable<string> Nights(this ImportSink sink) =>
        sink
            .Streams.Where(s => s.Key.Measure == SampleBag.SleepStages)
            .SelectMany(s => s.Value)
            .OrderBy(r => r.Start)
            .ThenBy(r => r.Value)
            .Select(r => $"{(SleepStage)(int)r.Value} {Clock(r.Start):dd HH:mm}-{Clock(r.End):dd HH:mm}");

    /// <summary>"line why column" of each refusal.</summary>
    public static IEnumerable<string> Why(this ImportSink sink) =>
        sink.Refused.Select(r => $"{r.Line} {r.Why} {r.Column}".TrimEnd());

    public static IEnumerable<string> Passed(this ImportSink sink) => sink.PassedOver.Select(p => $"{p.Key} {p.Value}");

    public static LocalDateTime Clock(Instant instant) => instant.InZone(Days.ZoneAt(instant)).LocalDateTime;

    private static string UnitOf(Entry entry) =>
        entry.Scale is { } scale ? $" of {scale}"
        : entry.Unit == "1" ? ""
        : $" {entry.Unit}";
}
