using Inomya.Journals;
using Inomya.Tests.Support;
using Inomya.Vocabulary;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Tests.Journals;

/// <summary>A journal file of every version that was released: tests/samples/journals/VERSION.db. Each must open for ever.</summary>
public class SampleJournalTests
{
    private static readonly FakeClock Clock = new(Storage.Noon);
    private static readonly LocalDate Day = new(2026, 1, 5);

    public static TheoryData<string> Samples =>
        [
            .. Directory
                .GetFiles(Repository.Path("tests", "samples", "journals"), "*.db")
                .Select(f => Path.GetFileName(f)!)
                .Order(),
        ];

    [Theory, MemberData(nameof(Samples))]
    public async Task A_journal_of_an_earlier_version_opens_with_all_it_holds(string sample)
    {
        var journal = await OpenCopyAsync(sample);
        Assert.Equal("Ana", journal.Person.Name);
        Assert.Equal("Europe/Madrid", journal.Days.ZoneAt(Storage.Noon).Id);
        Assert.Equal(
            [4.0, 6.0],
            (
                await journal.VersionsAsync<Entry>(
                    (await journal.EntriesAsync(Day, Day)).Single(e => e.Region is null).Id
                )
            ).Select(v => v.Value!.Value)
        );
        Assert.Equal(7, (await journal.EntriesAsync(Day, Day)).Single(e => e.Region == "neck").Value);
        Assert.Equal("rain, \"heavy\" 🙂", Assert.Single(await journal.NotesAsync(Day, Day)).Text);
        Assert.Equal(
            new DoseSchedule
            {
                FirstDose = 20,
                Unit = "min",
                TimesPerDay = 1,
            },
            Assert.Single(await journal.AllAsync<Course>()).Schedule
        );
        Assert.Equal(IntakeStatus.Late, Assert.Single(await journal.AllAsync<Intake>()).Status);
        Assert.Equal(8, Assert.Single(await journal.AllAsync<Flare>()).Worst);
        Assert.Equal("dizzy", Assert.Single(await journal.AllAsync<SideEffect>()).Text);
        Assert.Equal("own_gardening", Assert.Single(await journal.AllAsync<OwnMeasure>()).Measure);
        Assert.Equal([1_500.0], (await journal.DailyValuesAsync("steps")).Select(v => v.Value));
        Assert.Equal("dark", (await journal.SettingsAsync())[new SettingKey("theme")]);
    }

    [Theory, MemberData(nameof(Samples))]
    public async Task A_journal_of_an_earlier_version_can_be_written_to_and_undone(string sample)
    {
        var journal = await OpenCopyAsync(sample);
        var changes = await journal.ChangesAsync(Day);
        await journal.UndoAsync(changes.Single(c => c.Kind == "edit").Id);
        Assert.Equal(4, (await journal.EntriesAsync(Day, Day)).Single(e => e.Region is null).Value);
    }

    [Theory, MemberData(nameof(Samples))]
    public async Task A_journal_of_an_earlier_version_moves_to_the_other_storage(string sample)
    {
        var journal = await OpenCopyAsync(sample);
        var key = BackupKey.NewRecoveryKey();
        var file = Path.Combine(Storage.NewFolder(), "a.backup");
        await Backup.WriteAsync(journal.Store.Place, file, key, Storage.NewFolder(), Clock);
        var server = Storage.NewPlaceAlone(Storage.Postgres);
        await Backup.RestoreAsync(file, key, server, Storage.NewFolder(), Clock);
        Assert.Equal(await Rows.OfAsync(journal.Store.Place), await Rows.OfAsync(server));
    }

    /// <summary>Makes the sample of the version at hand: run it by name, once, when a release changes the schema, and commit the file.</summary>
    [Fact(Explicit = true)]
    public async Task Makes_the_sample_of_this_version()
    {
        var store = await JournalStore.OpenAsync(Storage.NewPlace(Storage.Sqlite), Clock);
        var journal = await store.OfAsync((await store.AddPersonAsync("Ana", "Europe/Madrid")).Id);
        var treatment = new Treatment
        {
            Name = "warm bath",
            Kind = TreatmentKind.Therapy,
            Purpose = "stiffness",
        };
        var pain = new Entry
        {
            Measure = "pain",
            Value = 4,
            ScaleLow = 0,
            ScaleTop = 10,
            Unit = "{score}",
            Day = Day,
            Source = "checkin",
            At = Storage.Noon,
            Zone = "Europe/Madrid",
        };
        await journal.RecordAsync(
            new Draft("checkin", "submission-1", Day)
                .Add(pain)
                .Add(pain with { Id = Guid.CreateVersion7(), Region = "neck", Value = 7, At = null, Zone = null })
                .Add(
                    new Note
                    {
                        Day = Day,
                        Text = "rain, \"heavy\" 🙂",
                        Source = "checkin",
                    }
                )
                .Add(treatment)
                .Add(
                    new Course
                    {
                        TreatmentId = treatment.Id,
                        Start = Day,
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
                        Day = Day,
                        Status = IntakeStatus.Late,
                        Source = "checkin",
                    }
                )
                .Add(
                    new SideEffect
                    {
                        TreatmentId = treatment.Id,
                        Day = Day,
                        Text = "dizzy",
                        Severity = 2,
                    }
                )
                .Add(
                    new Flare
                    {
                        Start = Day,
                        Worst = 8,
                        Before = "long drive",
                    }
                )
                .Add(
                    new OwnMeasure
                    {
                        Measure = "own_gardening",
                        Name = "Gardening",
                        Kind = MeasureKind.YesNo,
                    }
                )
        );
        var current = (await journal.EntriesAsync(Day, Day)).Single(e => e.Region is null);
        await journal.RecordAsync(new Draft("edit", day: Day).Correct(current, current with { Value = 6 }));
        var steps = new Measure
        {
            Id = "steps",
            Kind = MeasureKind.Quantity,
            Daily = DailyRule.Sum,
        };
        await journal.AddSamplesAsync(
            steps,
            "Watch",
            [
                new(Storage.Noon, Storage.Noon + Duration.FromHours(1), 1_000),
                new(Storage.Noon + Duration.FromHours(2), Storage.Noon + Duration.FromHours(3), 500),
            ]
        );
        await journal.SetAsync(new SettingKey("theme"), "dark");

        var version = typeof(Journal).Assembly.GetName().Version!.ToString(3);
        var sample = Repository.Path("tests", "samples", "journals", $"{version}.db");
        File.Delete(sample);
        await using var db = store.Place.OpenAsOwner();
        await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlAsync(
            db.Database,
            $"VACUUM INTO {sample}"
        );
    }

    private static async Task<Journal> OpenCopyAsync(string sample)
    {
        var place = Storage.NewPlace(Storage.Sqlite);
        File.Copy(Repository.Path("tests", "samples", "journals", sample), place.File!);
        var store = await JournalStore.OpenAsync(place, Clock);
        return await store.OfAsync((await store.PeopleAsync())[0].Id);
    }
}
