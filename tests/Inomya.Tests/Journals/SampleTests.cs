using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Tests.Journals;

public class SampleTests
{
    private static readonly Measure Steps = new()
    {
        Id = "steps",
        Kind = MeasureKind.Quantity,
        Daily = DailyRule.Sum,
    };
    private static readonly Measure Pulse = new() { Id = "resting_heart_rate", Kind = MeasureKind.Quantity };
    private static readonly LocalDate Day = new(2026, 1, 5);

    public static TheoryData<string> Storages => Storage.Both;

    private static async Task<string> DailyAsync(Journal journal, string measure = "steps") =>
        string.Join(
            ", ",
            (await journal.DailyValuesAsync(measure)).Select(v =>
                FormattableString.Invariant($"{v.Day:MM-dd}={v.Value:0.###}")
            )
        );

    private static Reading From(Journal journal, double hours, double length, double value)
    {
        var start = journal.Days.Calendar.StartOf(Day).Plus(Duration.FromHours(hours));
        return new Reading(start, start.Plus(Duration.FromHours(length)), value);
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task A_reading_across_the_day_boundary_is_divided_by_time(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        await journal.AddSamplesAsync(Steps, "Watch", [From(journal, 23, 4, 400), From(journal, 12, 1, 50)]);
        Assert.Equal("01-05=150, 01-06=300", await DailyAsync(journal));
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task What_is_averaged_belongs_to_the_day_it_ends_on(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        await journal.AddSamplesAsync(
            Pulse,
            "Watch",
            [From(journal, 22, 1, 60), From(journal, 23.5, 1, 80), From(journal, 30, 0, 70)]
        );
        Assert.Equal("01-05=60, 01-06=75", await DailyAsync(journal, "resting_heart_rate"));
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task The_same_readings_again_change_nothing_and_a_corrected_one_takes_its_place(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        Reading[] readings = [From(journal, 1, 1, 100), From(journal, 3, 1, 200)];
        await journal.AddSamplesAsync(Steps, "Watch", readings);
        await journal.AddSamplesAsync(Steps, "Watch", readings);
        Assert.Equal("01-05=300", await DailyAsync(journal));
        await journal.AddSamplesAsync(Steps, "Watch", [readings[1] with { Value = 250 }]);
        Assert.Equal("01-05=350", await DailyAsync(journal));
        Assert.Single(await journal.SampleSourcesAsync());
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task Readings_that_come_in_parts_give_the_same_days_as_at_once(string storage)
    {
        var (parts, whole) = (await Storage.NewJournalAsync(storage), await Storage.NewJournalAsync(storage));
        Reading[] readings = [.. Enumerable.Range(0, 30).Select(i => From(parts, i * 5 + 0.25, 5, 10 + i))];
        foreach (var some in readings.Reverse().Chunk(7))
            await parts.AddSamplesAsync(Steps, "Watch", some);
        await whole.AddSamplesAsync(Steps, "Watch", readings);
        Assert.Equal(await DailyAsync(whole), await DailyAsync(parts));
        await parts.DeriveDailyValuesAsync();
        Assert.Equal(await DailyAsync(whole), await DailyAsync(parts));
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task What_a_device_measures_goes_by_the_calendar_whatever_the_day_of_the_diary(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        await journal.AddSamplesAsync(Steps, "Watch", [From(journal, 23, 0.5, 100), From(journal, 24.5, 1, 7)]);
        Assert.Equal("01-05=100, 01-06=7", await DailyAsync(journal));
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task Another_zone_in_the_history_derives_the_days_again(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        await journal.AddSamplesAsync(Steps, "Watch", [From(journal, 23, 0.5, 100)]);
        Assert.Equal("01-05=100", await DailyAsync(journal));
        await journal.MoveToZoneAsync(From(journal, -24, 0, 0).Start, "Pacific/Kiritimati");
        var again = await journal.Store.OfAsync(journal.Person.Id);
        await again.DeriveDailyValuesAsync();
        Assert.Equal("01-06=100", await DailyAsync(again));
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task A_night_that_is_only_a_sum_is_of_the_morning_and_stages_tell_more(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var bag = new SampleBag(_ => DailyRule.Sum);
        bag.Add("sleep_hours", "Ring", From(journal, 22, 8, 6.5));
        bag.Add("sleep_hours", "Ring", From(journal, 46, 8, 7));
        bag.Add(SampleBag.SleepStages, "Watch", From(journal, 47, 6, 1));
        await journal.ImportAsync([], samples: bag);
        Assert.Equal("01-06=6.5, 01-07=6", await DailyAsync(journal, "sleep_hours"));
        await journal.AddSamplesAsync(Steps with { Id = "sleep_hours" }, "Ring", [From(journal, 70, 8, 5)]);
        Assert.Equal("01-06=6.5, 01-07=6, 01-08=5", await DailyAsync(journal, "sleep_hours"));
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task A_nap_by_one_device_does_not_hide_the_night_by_another(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var bag = new SampleBag(_ => DailyRule.Sum);
        bag.Add("sleep_hours", "Ring", From(journal, 22, 8, 6.5));
        bag.Add("sleep_in_bed", "Ring", From(journal, 22, 8, 8));
        bag.Add(SampleBag.SleepStages, "Watch", From(journal, 38, 1, 1));
        bag.Add(SampleBag.SleepStages, "iPhone", From(journal, 22, 7, 0));
        await journal.ImportAsync([], samples: bag);
        Assert.Equal("01-06=6.5", await DailyAsync(journal, "sleep_hours"));
        Assert.Equal("01-06=1", await DailyAsync(journal, "sleep_nap"));
        Assert.Equal("01-06=7", await DailyAsync(journal, "sleep_in_bed"));
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task A_value_of_a_whole_day_is_of_that_day_and_not_of_the_next(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        await journal.AddSamplesAsync(Pulse, "Fitbit", [From(journal, 0, 24, 58)]);
        Assert.Equal("01-05=58", await DailyAsync(journal, "resting_heart_rate"));
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task An_import_of_samples_is_undone_and_what_lay_under_it_stands_again(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var first = await journal.AddSamplesAsync(Steps, "Watch", [From(journal, 9, 1, 100)]);
        var second = await journal.AddSamplesAsync(
            Steps,
            "Watch",
            [From(journal, 9, 1, 300), From(journal, 12, 1, 50)]
        );
        Assert.Equal((1, 0, 1), (second.Added, second.Same, second.Changed));
        Assert.Equal("01-05=350", await DailyAsync(journal));
        var undo = await journal.UndoAsync(second.Change!.Id);
        Assert.Equal("01-05=100", await DailyAsync(journal));
        await journal.UndoAsync(undo.Id);
        Assert.Equal("01-05=350", await DailyAsync(journal));
        await journal.UndoAsync(first.Change!.Id);
        Assert.Equal("01-05=350", await DailyAsync(journal));
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task Readings_that_are_there_already_write_nothing(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        Reading[] readings = [From(journal, 9, 1, 100), From(journal, 35, 1, 200)];
        await journal.AddSamplesAsync(Steps, "Watch", readings);
        var again = await journal.AddSamplesAsync(Steps, "Watch", readings);
        Assert.Equal((0, 2, 0), (again.Added, again.Same, again.Changed));
        Assert.Null(again.Change);
    }

    [Fact]
    public async Task A_reading_that_ends_before_it_starts_or_is_no_number_is_refused()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        await Assert.ThrowsAsync<ArgumentException>(() =>
            journal.AddSamplesAsync(Steps, "Watch", [From(journal, 1, -1, 5)])
        );
        await Assert.ThrowsAsync<ArgumentException>(() =>
            journal.AddSamplesAsync(Steps, "Watch", [From(journal, 1, 1, double.NaN)])
        );
        Assert.Empty(await journal.SampleSourcesAsync());
    }
}
