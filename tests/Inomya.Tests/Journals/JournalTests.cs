using Inomya.Journals;
using NodaTime;

namespace Inomya.Tests.Journals;

public class JournalTests
{
    private static readonly LocalDate Today = new(2026, 11, 22);

    public static TheoryData<string> Storages => Storage.Both;

    private static Entry Pain(double? value, LocalDate? day = null) =>
        new()
        {
            Measure = "pain",
            Value = value,
            ScaleLow = 0,
            ScaleTop = 10,
            Unit = "{score}",
            Day = day ?? Today,
            Source = "checkin",
        };

    [Fact]
    public async Task Nodes_that_start_at_once_on_an_empty_PostgreSQL_all_open_it()
    {
        var place = Storage.NewPlaceAlone(Storage.Postgres);
        var stores = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(_ =>
                    Task.Run(() =>
                        JournalStore.OpenAsync(
                            place,
                            NodaTime.SystemClock.Instance,
                            TestContext.Current.CancellationToken
                        )
                    )
                )
        );
        Assert.Equal(6, stores.Length);
        Assert.Equal("Ana", (await stores[0].AddPersonAsync("Ana", "Europe/Madrid")).Name);
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task What_is_recorded_is_read_back_as_it_was(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var entry = Pain(6.5) with
        {
            At = Instant.FromUtc(2026, 11, 22, 11, 30, 12).PlusNanoseconds(345_000_000),
            Zone = "Europe/Madrid",
            Region = "neck",
            Text = "á\n\"quoted\" 🙂",
        };
        await journal.RecordAsync(new Draft("checkin", day: Today).Add(entry));

        var read = Assert.Single(await journal.EntriesAsync(Today, Today));
        Assert.Equal(entry with { PersonId = read.PersonId, ChangeId = read.ChangeId }, read);
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task The_same_submission_twice_is_recorded_once(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var first = await journal.RecordAsync(new Draft("checkin", "submission-1", Today).Add(Pain(4)));
        var second = await journal.RecordAsync(new Draft("checkin", "submission-1", Today).Add(Pain(4)));

        Assert.Equal(first.Id, second.Id);
        Assert.Single(await journal.EntriesAsync(Today, Today));
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task The_same_submission_many_times_at_once_is_recorded_once(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var all = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ =>
                    Task.Run(() => journal.RecordAsync(new Draft("checkin", "submission-1", Today).Add(Pain(4))))
                )
        );

        Assert.Single(all.Select(c => c.Id).Distinct());
        Assert.Single(await journal.EntriesAsync(Today, Today));
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task A_correction_keeps_what_was_there_before(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        await journal.RecordAsync(new Draft("checkin", day: Today).Add(Pain(4)));
        var wrong = (await journal.EntriesAsync(Today, Today))[0];
        await journal.RecordAsync(new Draft("edit", day: Today).Correct(wrong, wrong with { Value = 7 }));

        Assert.Equal(7, Assert.Single(await journal.EntriesAsync(Today, Today)).Value);
        Assert.Equal([4.0, 7.0], (await journal.VersionsAsync<Entry>(wrong.Id)).Select(v => v.Value!.Value));
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task A_correction_can_be_undone_and_the_undo_undone(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        await journal.RecordAsync(
            new Draft("checkin", day: Today)
                .Add(Pain(4))
                .Add(
                    new Note
                    {
                        Day = Today,
                        Text = "rain",
                        Source = "checkin",
                    }
                )
        );
        var wrong = (await journal.EntriesAsync(Today, Today))[0];
        var edit = await journal.RecordAsync(new Draft("edit", day: Today).Correct(wrong, wrong with { Value = 7 }));

        var undo = await journal.UndoAsync(edit.Id);
        Assert.Equal(4, Assert.Single(await journal.EntriesAsync(Today, Today)).Value);
        await journal.UndoAsync(undo.Id);
        Assert.Equal(7, Assert.Single(await journal.EntriesAsync(Today, Today)).Value);
        Assert.Equal(["undo", "undo", "edit", "checkin"], (await journal.ChangesAsync(Today)).Select(c => c.Kind));
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task Undo_of_something_changed_since_is_refused_and_changes_nothing(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var first = await journal.RecordAsync(new Draft("checkin", day: Today).Add(Pain(4)));
        var current = (await journal.EntriesAsync(Today, Today))[0];
        await journal.RecordAsync(new Draft("edit", day: Today).Correct(current, current with { Value = 7 }));

        await Assert.ThrowsAsync<ChangedMeanwhileException>(() => journal.UndoAsync(first.Id));
        Assert.Equal(7, Assert.Single(await journal.EntriesAsync(Today, Today)).Value);
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task Two_corrections_of_the_same_version_cannot_both_win(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        await journal.RecordAsync(new Draft("checkin", day: Today).Add(Pain(4)));
        var seen = (await journal.EntriesAsync(Today, Today))[0];
        await journal.RecordAsync(new Draft("edit").Correct(seen, seen with { Value = 5 }));

        // the second tab still shows the first version: its correction is of a version that is gone
        await Assert.ThrowsAsync<ChangedMeanwhileException>(() =>
            journal.RecordAsync(new Draft("edit").Correct(seen, seen with { Value = 9 }))
        );
        Assert.Equal(5, Assert.Single(await journal.EntriesAsync(Today, Today)).Value);
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task A_draft_that_fails_half_way_leaves_nothing(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var twice = Pain(3);
        await Assert.ThrowsAsync<ChangedMeanwhileException>(() =>
            journal.RecordAsync(new Draft("checkin").Add(Pain(1)).Add(twice).Add(twice))
        );

        Assert.Empty(await journal.EntriesAsync(Today, Today));
        Assert.Empty(await journal.ChangesAsync());
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task No_journal_reads_undoes_or_corrects_a_row_of_another_person(string storage)
    {
        var mine = await Storage.NewJournalAsync(storage);
        var store = await JournalStore.OpenAsync(StoreOf(mine), NodaTime.SystemClock.Instance);
        var other = await store.OfAsync((await store.AddPersonAsync("Ben", "Europe/Paris")).Id);
        var change = await mine.RecordAsync(new Draft("checkin", "same-key", Today).Add(Pain(4)));
        var entry = (await mine.EntriesAsync(Today, Today))[0];

        Assert.Empty(await other.EntriesAsync(Today, Today));
        Assert.Null(await other.FindAsync<Entry>(entry.Id));
        Assert.Empty(await other.VersionsAsync<Entry>(entry.Id));
        Assert.Empty(await other.ChangesAsync());
        await Assert.ThrowsAsync<KeyNotFoundException>(() => other.UndoAsync(change.Id));
        await Assert.ThrowsAsync<ChangedMeanwhileException>(() => other.RecordAsync(new Draft("delete").Remove(entry)));
        await other.RecordAsync(new Draft("checkin", "same-key", Today).Add(Pain(9)));
        Assert.Equal(9, Assert.Single(await other.EntriesAsync(Today, Today)).Value);
        Assert.Equal(4, Assert.Single(await mine.EntriesAsync(Today, Today)).Value);
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task A_removed_person_leaves_no_row(string storage)
    {
        var mine = await Storage.NewJournalAsync(storage);
        var store = await JournalStore.OpenAsync(StoreOf(mine), NodaTime.SystemClock.Instance);
        await mine.RecordAsync(new Draft("checkin", day: Today).Add(Pain(4)));
        await mine.SetAsync(new SettingKey("theme"), "dark");
        await store.RemovePersonAsync(mine.Person.Id);

        Assert.Empty(await mine.EntriesAsync(Today, Today));
        Assert.Empty(await mine.SettingsAsync());
        Assert.DoesNotContain(await store.PeopleAsync(), p => p.Id == mine.Person.Id);
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task Every_kind_of_fact_can_be_written_and_undone(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var treatment = new Treatment
        {
            Name = "warm bath",
            Kind = TreatmentKind.Therapy,
            Purpose = "stiffness",
        };
        var change = await journal.RecordAsync(
            new Draft("edit")
                .Add(treatment)
                .Add(
                    new Course
                    {
                        TreatmentId = treatment.Id,
                        Start = Today,
                        Schedule = new()
                        {
                            FirstDose = 20,
                            Unit = "min",
                            TimesPerDay = 1,
                        },
                    }
                )
                .Add(
                    new Intake
                    {
                        TreatmentId = treatment.Id,
                        Day = Today,
                        Status = IntakeStatus.Late,
                        Source = "checkin",
                    }
                )
                .Add(
                    new SideEffect
                    {
                        TreatmentId = treatment.Id,
                        Day = Today,
                        Text = "dizzy",
                        Severity = 2,
                    }
                )
                .Add(
                    new Flare
                    {
                        Start = Today,
                        Worst = 8,
                        Before = "long drive",
                    }
                )
                .Add(
                    new OwnMeasure
                    {
                        Measure = "own_gardening",
                        Name = "Gardening",
                        Kind = Vocabulary.MeasureKind.YesNo,
                    }
                )
        );
        Assert.Single(await journal.AllAsync<Course>());
        Assert.Single(await journal.AllAsync<Flare>());
        Assert.Equal(IntakeStatus.Late, Assert.Single(await journal.AllAsync<Intake>()).Status);

        await journal.UndoAsync(change.Id);
        Assert.Empty(await journal.AllAsync<Treatment>());
        Assert.Empty(await journal.AllAsync<Course>());
        Assert.Empty(await journal.AllAsync<Intake>());
        Assert.Empty(await journal.AllAsync<SideEffect>());
        Assert.Empty(await journal.AllAsync<Flare>());
        Assert.Empty(await journal.AllAsync<OwnMeasure>());
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task The_model_and_its_migrations_agree(string storage)
    {
        await using var db = Storage.NewPlace(storage).OpenAsOwner();
        Assert.False(
            Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.HasPendingModelChanges(db.Database)
        );
    }

    private static JournalPlace StoreOf(Journal journal) => journal.Store.Place;
}
