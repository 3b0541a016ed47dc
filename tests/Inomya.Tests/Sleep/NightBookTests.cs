using Inomya.Checkins;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Questionnaires;
using Inomya.Series;
using Inomya.Sleep;
using Inomya.Tests.Questionnaires;
using NodaTime;

namespace Inomya.Tests.Sleep;

/// <summary>Nights in the journal: told once, agreeing with the check-in, apart from those of a watch.</summary>
public class NightBookTests
{
    private static readonly MeasureCatalogue Catalogue = new(ContentCheck.Content);

    private static SleepNight Night(LocalDate day) =>
        new()
        {
            Id = SleepNight.IdOf(day),
            Day = day,
            IntoBed = new LocalTime(23, 0),
            LightsOut = new LocalTime(23, 30),
            MinutesToSleep = 30,
            MinutesAwake = 45,
            FinalWaking = new LocalTime(6, 45),
            OutOfBed = new LocalTime(7, 0),
            Source = NightBook.Source,
        };

    private static async Task<Change?> TellAsync(Journal journal, SleepNight night, double? quality = null)
    {
        var before = await new NightBook(journal, MadeNights.Instruments).ToldAsync(night.Day);
        var draft = await new NightRecorder(journal, Catalogue, MadeNights.Rules).DraftAsync(
            night,
            before,
            quality,
            $"{Guid.NewGuid()}"
        );
        return draft.IsEmpty ? null : await journal.RecordAsync(draft);
    }

    private static async Task<double?> CheckinHoursAsync(Journal journal) =>
        (await Checkin.RecordedAsync(journal, journal.Today)).Values.GetValueOrDefault(new(NightBook.Hours));

    private static async Task CheckInAsync(Journal journal, double hours)
    {
        var answers = new CheckinAnswers
        {
            Values = new Dictionary<Question, double?> { [new(NightBook.Hours)] = hours },
        };
        await journal.RecordAsync(
            await Checkin.DraftAsync(journal, Catalogue.Find, journal.Today, answers, $"{Guid.NewGuid()}")
        );
    }

    [Theory, MemberData(nameof(Storage.Both), MemberType = typeof(Storage))]
    public async Task A_night_that_counts_sets_the_hours_and_the_rating_of_the_check_in(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        await TellAsync(journal, Night(journal.Today), quality: 4);
        var said = (await Checkin.RecordedAsync(journal, journal.Today)).Values;
        Assert.Equal((6.0, 4.0), (said[new(NightBook.Hours)], said[new(NightBook.Quality)]));
        await TellAsync(journal, Night(journal.Today) with { MinutesAwake = 105 });
        Assert.Equal(5, await CheckinHoursAsync(journal));
        var series = await DaySeriesReader.ReadAsync(journal, Catalogue);
        Assert.Equal(5, series!.Find(NightBook.Hours)!.Values.Single()); // one value, not two that are added
        Assert.Single(await journal.AllAsync<SleepNight>());
    }

    [Fact]
    public async Task A_night_told_in_part_leaves_the_check_in_alone()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await CheckInAsync(journal, 7);
        await TellAsync(journal, Night(journal.Today) with { MinutesToSleep = null });
        Assert.Equal(7, await CheckinHoursAsync(journal));
    }

    [Fact]
    public async Task Hours_that_agree_by_rounding_stay_as_they_were_typed()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await CheckInAsync(journal, 6.1);
        await TellAsync(journal, Night(journal.Today));
        Assert.Equal(6.1, await CheckinHoursAsync(journal));
        await CheckInAsync(journal, 8);
        await TellAsync(journal, Night(journal.Today) with { NapMinutes = 10 });
        Assert.Equal(6, await CheckinHoursAsync(journal));
    }

    [Fact]
    public async Task The_same_night_told_again_changes_nothing_and_a_change_can_be_undone()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await TellAsync(journal, Night(journal.Today));
        Assert.Null(await TellAsync(journal, Night(journal.Today)));
        var change = await TellAsync(journal, Night(journal.Today) with { MinutesAwake = 105 });
        await journal.UndoAsync(change!.Id);
        var book = new NightBook(journal, MadeNights.Instruments);
        Assert.Equal(45, (await book.ToldAsync(journal.Today))!.MinutesAwake);
        Assert.Equal(6, await CheckinHoursAsync(journal));
    }

    [Fact]
    public async Task Hours_of_a_watch_stand_apart_and_are_no_night()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var start = journal.Now - Duration.FromHours(7);
        await journal.AddSamplesAsync(
            Catalogue.Find(NightBook.Hours)!,
            "watch",
            [new(start, start + Duration.FromHours(4), 7.4)]
        );
        var book = new NightBook(journal, MadeNights.Instruments);
        Assert.Empty(await book.NightsAsync());
        Assert.Equal(7.4, (await book.WatchHoursAsync(journal.Today.PlusDays(-3), journal.Today)).Values.Single());
        await TellAsync(journal, Night(journal.Today));
        Assert.Equal(360, Assert.Single(await book.NightsAsync()).Asleep);
    }

    [Fact]
    public async Task Hours_of_a_file_stay_the_hours_of_their_day()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await journal.RecordAsync(
            new Draft("import", day: journal.Today).Add(
                new Entry
                {
                    Measure = NightBook.Hours,
                    Value = 7.2,
                    Unit = "h",
                    Day = journal.Today,
                    Source = "table",
                }
            )
        );
        await TellAsync(journal, Night(journal.Today));
        Assert.Null(await CheckinHoursAsync(journal)); // else 13 hours of sleep on one day
        var book = new NightBook(journal, MadeNights.Instruments);
        Assert.Equal(7.2, (await book.WatchHoursAsync(journal.Today, journal.Today)).Values.Single());
        Assert.Equal(360, Assert.Single(await book.NightsAsync()).Asleep);
    }

    [Fact]
    public async Task A_night_that_the_questionnaire_asked_for_is_read_as_one_until_it_is_told_anew()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var form = MadeNights.Instruments.Find("sleep-diary")!;
        var answers = PlainAnswers.Fit(
            form.Form.Value,
            System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(
                """{"got_into_bed":"23:00:00","tried_to_sleep":"23:30:00","sol_min":30,"awakenings":0,"final_awakening":"06:45:00","got_out_of_bed":"07:00:00"}"""
            ),
            out _
        );
        await new QuestionnaireBook(journal).SaveAsync(form, null, answers, completed: true);
        var book = new NightBook(journal, MadeNights.Instruments);
        Assert.Equal(405, Assert.Single(await book.NightsAsync()).Asleep); // never awake: no time awake
        await TellAsync(journal, Night(journal.Today));
        Assert.Equal(360, Assert.Single(await book.NightsAsync()).Asleep);
    }

    [Fact]
    public void Nobody_is_asked_for_a_night_in_two_places() =>
        Assert.DoesNotContain(MadeNights.Instruments.Offered, i => i.Id == NightBook.Source);
}
