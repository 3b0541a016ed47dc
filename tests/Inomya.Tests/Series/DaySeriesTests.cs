using CsCheck;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Series;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Tests.Series;

public class DaySeriesTests
{
    private static readonly MeasureCatalogue Catalogue = new(new ContentFolder());
    private static readonly LocalDate Monday = new(2026, 1, 5);

    public static TheoryData<string> Storages => Storage.Both;

    private static Entry Of(string measure, double value, int day = 0, string? region = null, Scale? scale = null) =>
        new()
        {
            Measure = measure,
            Value = value,
            Day = Monday.PlusDays(day),
            Region = region,
            Source = "checkin",
            ScaleLow = (scale ?? Catalogue.Find(measure)?.Scale)?.Low,
            ScaleTop = (scale ?? Catalogue.Find(measure)?.Scale)?.Top,
        };

    private static async Task<DaySeries?> SeriesAsync(string storage, params Recorded[] facts)
    {
        var journal = await Storage.NewJournalAsync(storage);
        foreach (var fact in facts)
            await journal.RecordAsync(new Draft("checkin").Add(fact));
        return await DaySeriesReader.ReadAsync(journal, Catalogue);
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task Each_measure_has_its_rule_for_several_values_of_a_day(string storage)
    {
        var own = new OwnMeasure
        {
            Measure = "own_weight",
            Name = "Weight",
            Kind = MeasureKind.Quantity,
            Daily = DailyRule.Last,
        };
        var series = (
            await SeriesAsync(
                storage,
                own,
                Of("pain", 2),
                Of("pain", 5),
                Of("sleep_hours", 6),
                Of("sleep_hours", 1.5),
                Of("alcohol", 1),
                Of("alcohol", 0),
                Of("own_weight", 71),
                Of("own_weight", 70)
            )
        )!;
        Assert.Equal(3.5, series.Find("pain")!.Values[0]);
        Assert.Equal(7.5, series.Find("sleep_hours")!.Values[0]);
        Assert.Equal(1, series.Find("alcohol")!.Values[0]);
        Assert.Equal(70, series.Find("own_weight")!.Values[0]);
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task A_day_without_a_record_is_missing_and_never_zero(string storage)
    {
        var series = (await SeriesAsync(storage, Of("pain", 0), Of("pain", 4, day: 3)))!;
        Assert.Equal([0, double.NaN, double.NaN, 4], series.Find("pain")!.Values);
        Assert.Equal((Monday, 4), (series.First, series.Days));
    }

    [Fact]
    public async Task Ratings_on_other_scales_and_of_regions_are_columns_of_their_own()
    {
        var series = (
            await SeriesAsync(
                Storage.Sqlite,
                Of("pain", 7),
                Of("pain", 3, scale: new Scale(0, 4)),
                Of("pain", 9, region: "neck")
            )
        )!;
        Assert.Equal(
            ["pain", "pain@neck", "pain[0-4]"],
            series.Columns.Select(c => c.Key.Name).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            [7, 9, 3],
            series.Columns.OrderBy(c => c.Key.Name, StringComparer.Ordinal).Select(c => c.Values[0])
        );
    }

    [Fact]
    public async Task What_was_corrected_or_taken_out_does_not_count()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await journal.RecordAsync(new Draft("checkin").Add(Of("pain", 2)).Add(Of("fatigue", 5)));
        var there = await journal.EntriesAsync(Monday, Monday);
        await journal.RecordAsync(new Draft("edit").Correct(there[0], there[0] with { Value = 8 }).Remove(there[1]));
        var series = (await DaySeriesReader.ReadAsync(journal, Catalogue))!;
        Assert.Equal(there[0].Measure, Assert.Single(series.Columns).Key.Name);
        Assert.Equal(8, series.Columns[0].Values[0]);
    }

    [Fact]
    public async Task What_the_person_typed_stands_before_the_device()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await journal.RecordAsync(new Draft("checkin").Add(Of("steps", 4_000)));
        var start = journal.Days.StartOf(Monday).Plus(Duration.FromHours(6));
        await journal.AddSamplesAsync(
            Catalogue.Find("steps")!,
            "Watch",
            [
                new(start, start.Plus(Duration.FromHours(1)), 900),
                new(start.Plus(Duration.FromDays(1)), start.Plus(Duration.FromHours(25)), 700),
            ]
        );
        var series = await DaySeriesReader.ReadAsync(journal, Catalogue);
        Assert.Equal([4_000, 700], series!.Find("steps")!.Values);
    }

    [Fact]
    public async Task Of_two_devices_the_one_with_more_readings_that_day_is_taken()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var start = journal.Days.StartOf(Monday).Plus(Duration.FromHours(6));
        Reading At(int hour, double value) =>
            new(start.Plus(Duration.FromHours(hour)), start.Plus(Duration.FromHours(hour + 1)), value);
        await journal.AddSamplesAsync(Catalogue.Find("steps")!, "Phone", [At(0, 5_000)]);
        await journal.AddSamplesAsync(Catalogue.Find("steps")!, "Watch", [At(0, 100), At(2, 100), At(4, 100)]);
        var series = await DaySeriesReader.ReadAsync(journal, Catalogue);
        Assert.Equal([300], series!.Find("steps")!.Values);
    }

    [Fact]
    public async Task A_treatment_is_one_when_taken_and_zero_when_skipped_and_else_missing()
    {
        var bath = new Treatment { Name = "bath", Kind = TreatmentKind.Therapy };
        Intake On(int day, IntakeStatus status) =>
            new()
            {
                TreatmentId = bath.Id,
                Day = Monday.PlusDays(day),
                Status = status,
                Source = "checkin",
            };
        var series = (
            await SeriesAsync(
                Storage.Sqlite,
                bath,
                On(0, IntakeStatus.Late),
                On(1, IntakeStatus.Skipped),
                On(3, IntakeStatus.Skipped),
                On(3, IntakeStatus.Taken)
            )
        )!;
        Assert.Equal([1, 0, double.NaN, 1], series.Find("took:bath")!.Values);
    }

    [Fact]
    public async Task An_empty_journal_has_no_series() => Assert.Null(await SeriesAsync(Storage.Sqlite));

    [Fact]
    public async Task A_stretch_has_every_day_asked_for()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await journal.RecordAsync(new Draft("checkin").Add(Of("pain", 2)).Add(Of("pain", 3, day: 40)));
        var series = (await DaySeriesReader.ReadAsync(journal, Catalogue, Monday.PlusDays(-2), Monday.PlusDays(2)))!;
        Assert.Equal([double.NaN, double.NaN, 2, double.NaN, double.NaN], series.Find("pain")!.Values);
    }

    [Fact]
    public Task The_order_of_recording_does_not_matter_for_mean_sum_and_max() =>
        Gen.Select(Gen.Int[0, 3].Array[1, 12], Gen.Int[0, 1_000])
            .SampleAsync(
                async (days, seed) =>
                {
                    Recorded[] facts =
                    [
                        .. days.SelectMany(
                            (day, i) =>
                                (Recorded[])
                                    [Of("pain", i % 11, day), Of("sleep_hours", i % 5, day), Of("alcohol", i % 2, day)]
                        ),
                    ];
                    var shuffled = facts.ToArray();
                    new Random(seed).Shuffle(shuffled);
                    var (one, other) = (
                        (await SeriesAsync(Storage.Sqlite, facts))!,
                        (await SeriesAsync(Storage.Sqlite, shuffled))!
                    );
                    foreach (var name in (string[])["pain", "sleep_hours", "alcohol"])
                        Assert.Equal(one.Find(name)!.Values, other.Find(name)!.Values, (a, b) =>
                            double.IsNaN(a) ? double.IsNaN(b) : Math.Abs(a - b) < 1e-12
                        );
                },
                iter: 8,
                threads: 1
            );

    [Fact]
    public Task Adding_a_day_never_changes_another() =>
        Gen.Int[0, 10]
            .Array[2, 10]
            .SampleAsync(
                async values =>
                {
                    Recorded[] facts = [.. values.Select((v, day) => Of("pain", v, day))];
                    var before = (await SeriesAsync(Storage.Sqlite, facts))!.Find("pain")!.Values;
                    var after = (await SeriesAsync(Storage.Sqlite, [.. facts, Of("pain", 10, values.Length + 2)]))!
                        .Find("pain")!
                        .Values;
                    Assert.Equal(before, after[..before.Length]);
                },
                iter: 8,
                threads: 1
            );

    [Fact]
    public async Task The_table_that_is_written_reads_back_as_the_same_series()
    {
        var series = (
            await SeriesAsync(
                Storage.Sqlite,
                Of("pain", 7),
                Of("pain", 3, 2, scale: new Scale(0, 4)),
                Of("pain", 9, 1, "neck"),
                Of("sleep_hours", 1.0 / 3, 4)
            )
        )!;
        using var text = new StringWriter();
        SeriesCsv.Write(series, text);
        var reading = Importing.Files.Read(text.ToString());
        Assert.Equal("inomya-days", reading.Format);
        Assert.Empty(reading.LeftOut);
        var again = (await SeriesAsync(Storage.Sqlite, [.. reading.Facts]))!;
        Assert.Equal(series.Columns.Select(c => c.Key), again.Columns.Select(c => c.Key));
        Assert.All(series.Columns, c => Assert.Equal(c.Values, again.Find(c.Key.Name)!.Values));
    }
}
