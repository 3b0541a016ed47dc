using System.IO.Compression;
using System.Reflection;
using Inomya.Content;
using Inomya.Evidence;
using Inomya.Experiments;
using Inomya.Exports;
using Inomya.FirstWeeks;
using Inomya.Food;
using Inomya.Function;
using Inomya.Journals;
using Inomya.Laboratory;
using Inomya.Medicines;
using Inomya.Movement;
using Inomya.Pacing;
using Inomya.Programmes;
using Inomya.Questionnaires;
using Inomya.Sleep;
using Inomya.Tests.Experiments;
using Inomya.Tests.Medicines;
using Inomya.Visits;
using Inomya.Vocabulary;
using Inomya.WeeklyReviews;
using Inomya.WhatHelped;
using Inomya.Work;
using NodaTime;

namespace Inomya.Tests.Journals;

/// <summary>
/// Nothing that reads a journal tells of another person's, on either storage. The methods are found by reflection: one
/// that is added is called too, and one that cannot be called fails the test until it is said here how.
/// </summary>
public class TwoPeopleTests
{
    private static readonly string[] Versions =
    [
        nameof(Journal.VersionsAsync),
        nameof(Journal.OfChangeAsync),
        nameof(Journal.ChangesAsync),
    ];

    /// <summary>What changes a journal, and how it is called.</summary>
    private static readonly Dictionary<string, Func<Journal, Task>> Writers = new()
    {
        [nameof(Journal.RecordAsync)] = j => j.RecordAsync(new Draft("edit", "key-1-new").Add(Said())),
        [nameof(Journal.ImportAsync)] = j => j.ImportAsync([Said() with { Id = TwoPeople.IdOf(typeof(Note)) }]),
        [nameof(Journal.ArriveAsync)] = j => j.ArriveAsync([Said() with { Id = TwoPeople.IdOf(typeof(Note)) }], null),
        [nameof(Journal.TakeInAsync)] = async j =>
        {
            var words = new Words(Shelf.Content);
            using var archive = new MemoryStream();
            await WholeArchive.WriteAsync(await Storage.NewJournalAsync(Storage.Sqlite), words, archive);
            archive.Position = 0;
            await j.TakeInAsync(archive, "other.zip");
        },
        [nameof(Journal.UndoAsync)] = async j => await j.UndoAsync((await j.ChangesAsync())[0].Id),
        [nameof(Journal.DecideAsync)] = j => Journal.DecideAsync(() => j.RecordAsync(new Draft("edit").Add(Said()))),
        [nameof(Journal.SetAsync)] = j => j.SetAsync(new SettingKey("theme"), "dark"),
        [nameof(Journal.UpdatePersonAsync)] = j => j.UpdatePersonAsync(j.Person with { Name = "new" }),
        [nameof(Journal.LiveInAsync)] = j => j.LiveInAsync("DE"),
        [nameof(Journal.MoveToZoneAsync)] = j => j.MoveToZoneAsync(Storage.Noon, "America/Lima"),
        [nameof(Journal.AddSamplesAsync)] = j =>
            j.AddSamplesAsync(
                new Measure { Id = "steps", Kind = MeasureKind.Quantity },
                "other watch",
                [new(Storage.Noon, Storage.Noon + Duration.FromHours(1), 5)]
            ),
        [nameof(Journal.DeriveDailyValuesAsync)] = j => j.DeriveDailyValuesAsync(),
        [nameof(Journal.AuditAsync)] = j => j.AuditAsync(TwoPeople.SeenBy("somebody")),
        [nameof(Journal.QueueAsync)] = async j =>
            await j.QueueAsync(
                (await j.MailsAsync(Instant.FromUnixTimeTicks(0)))[0] with
                {
                    Id = Guid.CreateVersion7(),
                }
            ),
        [nameof(Journal.MoveAsync)] = async j =>
        {
            var mail = (await j.MailsAsync(Instant.FromUnixTimeTicks(0)))[0];
            await j.MoveAsync(mail, mail with { State = MailState.Sent });
        },
        [nameof(Journal.AddLinkAsync)] = async j =>
        {
            var id = Guid.CreateVersion7();
            var link = TwoPeople.LinkOf(id, "new", j.Person.Id) with { Address = "other" };
            await j.AddLinkAsync(link, TwoPeople.FileOf(id, "new", j.Person.Id));
        },
        [nameof(Journal.AddLinkViewAsync)] = async j =>
            await j.AddLinkViewAsync((await j.LinkViewsAsync())[0] with { Id = Guid.CreateVersion7() }),
        [nameof(Journal.TakeTryAsync)] = j => j.TakeTryAsync(TwoPeople.IdOf(typeof(SharedLink))),
        [nameof(Journal.GiveTryBackAsync)] = j => j.GiveTryBackAsync(TwoPeople.IdOf(typeof(SharedLink))),
        [nameof(Journal.EndLinkAsync)] = j => j.EndLinkAsync(TwoPeople.IdOf(typeof(SharedLink))),
        [nameof(Journal.DropOldLinkFilesAsync)] = j => j.DropOldLinkFilesAsync(),
    };

    /// <summary>Whoever has a journal can read from it by these, and they are no readers themselves.</summary>
    private static readonly string[] NoReaders =
    [
        "MailDelivery", // sends; its queue is read by MailsAsync and MailsDueAsync
        "MailDelivery.SnoozeAsync",
        "ReminderSettings.WriteAsync",
        "Checkin.DraftAsync", // what it reads is what EntriesAsync, IntakesAsync and NotesAsync read
        "ExperimentBook.LockAsync",
        "ExperimentBook.KeepAsync",
        "ExperimentBook.StopAsync",
        "QuestionnaireBook.SaveAsync",
        "GateBook.AnswerAsync",
        "HeldEvenings.ReadAsync", // evenings for which nothing was answered, whoever asks: AllAsync and VersionsAsync read
        "ProgrammeBook.EnrolAsync",
        "ProgrammeBook.DoAsync",
        "ProgrammeBook.PauseAsync",
        "ProgrammeBook.GoOnAsync",
        "ProgrammeBook.TakeRoadAsync",
        "ProgrammeBook.LeaveAsync",
        "OtherPlans.StopAsync",
        "FoodTrialBook.LockAsync",
        "FoodTrialBook.KeepAsync",
        "TrackingBook.LockAsync",
        "WeeklyPrompt.DoneAsync",
        "AskedQuestions.SetAsync",
        "AskedQuestions.SetHideNumbersAsync",
        "AskingChoice.SetAsync", // what it reads is what OfAsync reads
        "Tracked.SetFunctionFirstAsync",
        "NightRecorder.DraftAsync", // what it reads is what Checkin reads
        "VisitBook.NoteAsync",
        "AgreementBook.AnswerAsync",
        "AgreementBook.BringBackAsync",
        "FunctionRecorder.DraftAsync", // what it reads is what ToldAsync reads
        "FollowedActivities.SetAsync",
        "TidyCsv.WriteAsync", // Nothing_that_is_written_out_is_another_persons
        "WholeArchive.WriteAsync",
        "LinkBook.MakeAsync",
        "LinkBook.EndAsync",
        "LinkBook.FindAsync", // of whoever has its address: LinkServingTests; what it reads is what LinkAtAsync reads
        "LinkBook.OpenAsync",
        "LinkBook.TryAsync",
        "FhirTokenBook.AddAsync",
        "FhirTokenBook.RevokeAsync",
        "FhirTokenBook.UsedAsync",
        "FhirTokenBook.FindAsync", // of whoever shows its key: FhirServerTests
        "BridgeBook.AddAsync",
        "BridgeBook.RevokeAsync",
        "BridgeBook.ArrivedAsync",
        "BridgeBook.FindAsync", // of whoever shows its key: BridgeTests; what it reads is what AllAsync reads
        "PracticeRecorder.DraftAsync", // what it reads is what FindAsync and AllAsync read
    ];

    /// <summary>What ends a journal says nothing of what is in it.</summary>
    private static readonly string[] ReadNothing =
    [
        nameof(Journal.Until),
        nameof(Journal.StopOr),
        nameof(Journal.IsArchive), // looks at a file
        nameof(Journal.WriteArchiveAsync), // Nothing_that_is_written_out_is_another_persons
    ];

    public static TheoryData<string> Storages => Storage.Both;

    [Theory, MemberData(nameof(Storages))]
    public async Task Nothing_that_a_journal_reads_is_another_persons_or_was_removed(string storage)
    {
        var two = await TwoPeople.OnAsync(storage);
        var readers = typeof(Journal)
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(m => !m.IsSpecialName && !Writers.ContainsKey(m.Name) && !ReadNothing.Contains(m.Name))
            .ToList();
        Assert.True(readers.Count >= 20, "Reading methods are found.");
        var wrong = new List<string>();
        foreach (var reader in readers)
        {
            var said = await AskedAsync(two, two.Mine, reader);
            if (said.Count == 0)
                wrong.Add($"{NameOf(reader)} says nothing of what was recorded.");
            wrong.AddRange(NotMine(said, two, mayTellRemoved: Versions.Contains(reader.Name)));
        }
        foreach (var property in typeof(Journal).GetProperties())
            wrong.AddRange(NotMine(Dump.Of(property.GetValue(two.Mine), $"Journal.{property.Name}"), two, false));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(("ES", "Europe/Madrid"), (two.Mine.Country, two.Mine.Days.ZoneAt(Storage.Noon).Id));
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task Nothing_that_is_read_out_of_a_journal_elsewhere_is_another_persons(string storage)
    {
        var two = await TwoPeople.OnAsync(storage);
        var readers = typeof(Journal)
            .Assembly.GetTypes()
            .Where(t => t.IsVisible && t != typeof(Journal))
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(m => IsReader(m) && m.GetParameters().Any(p => p.ParameterType == typeof(Journal)))
            .ToList();
        Assert.True(readers.Count >= 12, "Readers are found.");
        var wrong = new List<string>();
        foreach (var reader in readers)
            wrong.AddRange(NotMine(await AskedAsync(two, null, reader), two, mayTellRemoved: false));

        var books = typeof(Journal)
            .Assembly.GetTypes()
            .Where(t => t.IsVisible && t.GetConstructors().Any(HasJournal) && !NoReaders.Contains(t.Name));
        foreach (var book in books)
        {
            var made = book.GetConstructors().Single(HasJournal);
            var one = made.Invoke([.. made.GetParameters().Select(p => ValuesOf(p, two, null)[0])]);
            foreach (
                var reader in book.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            )
                if (IsReader(reader))
                    wrong.AddRange(NotMine(await AskedAsync(two, one, reader), two, mayTellRemoved: false));
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task Nothing_that_is_written_out_is_another_persons(string storage)
    {
        var two = await TwoPeople.OnAsync(storage);
        var words = new Words(Shelf.Content);
        using var archive = new MemoryStream();
        await WholeArchive.WriteAsync(two.Mine, words, archive);
        using var tables = new MemoryStream();
        await TidyCsv.WriteAsync(two.Mine, new MeasureCatalogue(Shelf.Content), words, tables);
        // an archive holds what was removed too: it is the whole journal
        var wrong = NotMine(TextsIn(archive), two, mayTellRemoved: true)
            .Concat(NotMine(TextsIn(tables), two, mayTellRemoved: false));
        Assert.Empty(wrong.Select(w => w[..Math.Min(w.Length, 200)]));
    }

    private static IEnumerable<(string Where, string Text)> TextsIn(MemoryStream zip)
    {
        using var archive = new ZipArchive(zip, ZipArchiveMode.Read);
        foreach (var entry in archive.Entries)
        {
            using var text = new StreamReader(entry.Open());
            while (text.ReadLine() is { } line)
                yield return (entry.FullName, line);
        }
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task Nothing_that_writes_a_journal_changes_a_row_of_another_person(string storage)
    {
        var two = await TwoPeople.OnAsync(storage);
        var before = await RowsOfAsync(two.Others);
        Assert.NotEmpty(before);
        foreach (var (name, write) in Writers)
        {
            Assert.True(typeof(Journal).GetMethod(name) is not null, $"There is no Journal.{name} any more.");
            await write(two.Mine);
            Assert.Equal(before, await RowsOfAsync(two.Others));
        }
        await two.Mine.Store.RemovePersonAsync(two.Mine.Person.Id);
        Assert.Equal(before, await RowsOfAsync(two.Others));
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task Nobody_changes_what_another_person_told_of_themselves(string storage)
    {
        var two = await TwoPeople.OnAsync(storage);
        await Assert.ThrowsAsync<ArgumentException>(() => two.Mine.UpdatePersonAsync(two.Others.Person));
        var theirs = (await two.Others.AllAsync<Note>())[0];
        await Assert.ThrowsAsync<ChangedMeanwhileException>(() =>
            two.Mine.RecordAsync(new Draft("delete").Remove(theirs))
        );
        await Assert.ThrowsAsync<KeyNotFoundException>(async () =>
            await two.Mine.UndoAsync((await two.Others.ChangesAsync())[0].Id)
        );
    }

    private static Note Said() =>
        new()
        {
            Day = TwoPeople.Day,
            Text = "new",
            Source = "checkin",
        };

    private static async Task<List<string>> RowsOfAsync(Journal journal) =>
        [
            .. (await Rows.OfAsync(journal.Store.Place))
                .SelectMany(table => table.Value.Select(row => $"{table.Key}: {row}"))
                .Where(row => row.Contains(journal.Person.Id.ToString(), StringComparison.Ordinal)),
        ];

    /// <summary>Where something stands that is of the other person, or was removed.</summary>
    private static IEnumerable<string> NotMine(
        IEnumerable<(string Where, string Text)> said,
        TwoPeople two,
        bool mayTellRemoved
    )
    {
        string[] marks =
        [
            TwoPeople.Ben,
            FormattableString.Invariant($"{TwoPeople.Bens}"),
            $"{two.Others.Person.Id}",
            $"{TwoPeople.BensDay:uuuu-MM-dd}",
            "Auckland",
            "1977",
            .. mayTellRemoved ? Array.Empty<string>() : [TwoPeople.Removed],
        ];
        return said.Where(s => marks.Any(m => s.Text.Contains(m, StringComparison.Ordinal)))
            .Select(s => $"{s.Where}: {s.Text}")
            .Distinct();
    }

    private static bool HasJournal(ConstructorInfo made) =>
        made.GetParameters().Any(p => p.ParameterType == typeof(Journal));

    private static bool IsReader(MethodInfo method) =>
        !method.IsSpecialName
        && typeof(Task).IsAssignableFrom(method.ReturnType)
        && !NoReaders.Contains(NameOf(method));

    private static string NameOf(MemberInfo member) => $"{member.DeclaringType!.Name}.{member.Name}";

    /// <summary>Everything that a method says, asked in every way: of each kind, with each value of each parameter.</summary>
    private static async Task<List<(string Where, string Text)>> AskedAsync(
        TwoPeople two,
        object? of,
        MethodInfo reader
    )
    {
        IEnumerable<(MethodInfo Method, Type? Kind)> ways = reader.IsGenericMethodDefinition
            ? TwoPeople.Kinds.Select(k => (reader.MakeGenericMethod(k), (Type?)k))
            : [(reader, null)];
        var said = new List<(string, string)>();
        foreach (var (method, kind) in ways)
        foreach (var arguments in Ways([.. method.GetParameters().Select(p => ValuesOf(p, two, kind))]))
            said.AddRange(Dump.Of(await ResultAsync(method.Invoke(of, arguments)), $"{NameOf(reader)} {kind?.Name}"));
        return said;
    }

    private static IEnumerable<object?[]> Ways(IReadOnlyList<IReadOnlyList<object?>> values) =>
        values.Aggregate(
            (IEnumerable<object?[]>)
                [
                    [],
                ],
            (ways, next) => ways.SelectMany(way => next.Select(value => way.Append(value).ToArray()))
        );

    private static async Task<object?> ResultAsync(object? answer)
    {
        if (answer is not Task task)
            return answer;
        await task;
        return task.GetType().GetProperty("Result")?.GetValue(task);
    }

    private static IReadOnlyList<object?> ValuesOf(ParameterInfo parameter, TwoPeople two, Type? kind)
    {
        var (type, name) = (parameter.ParameterType, parameter.Name!);
        if (type == typeof(CancellationToken))
            return [TestContext.Current.CancellationToken];
        if (type == typeof(Journal))
            return [two.Mine];
        return Known(type, name, two, kind)
            ?? throw new Xunit.Sdk.XunitException(
                $"{NameOf(parameter.Member)} was not called: say in {nameof(TwoPeopleTests)} what its "
                    + $"parameter '{type.Name} {name}' is given, or that it writes ({nameof(Writers)})."
            );
    }

    private static Underway UnderwayOf(TwoPeople two) =>
        new(
            two.Mine.FindAsync<Enrolment>(TwoPeople.IdOf(typeof(Enrolment))).GetAwaiter().GetResult()!,
            new ProgrammeShelf(Shelf.Content).Find("en", "skills")!,
            new Dictionary<string, StepDone>(),
            null,
            new PartGates("skills", []),
            TwoPeople.Day
        );

    private static IReadOnlyList<object?>? Known(Type type, string name, TwoPeople two, Type? kind) =>
        (type.Name, name) switch
        {
            (nameof(LocalDate), "from") => [new LocalDate(2000, 1, 1), TwoPeople.Day],
            (nameof(LocalDate), "to") => [new LocalDate(2030, 1, 1)],
            (nameof(LocalDate), "day") => [TwoPeople.Day, TwoPeople.Day.PlusDays(1)],
            _ when type == typeof(LocalDate?) => [null, TwoPeople.Day],
            (nameof(Instant), "from" or "since") => [Instant.FromUnixTimeTicks(0), Storage.Noon],
            (nameof(Instant), _) => [Storage.Noon + Duration.FromDays(900)],
            (nameof(Int32), "sourceId") => [1, 2],
            (nameof(Int32), "most") => [50],
            (nameof(Guid), "id" or "experiment") =>
            [
                TwoPeople.IdOf(kind ?? typeof(Experiment)),
                TwoPeople.IdOf(kind ?? typeof(Experiment), "long ago"),
            ],
            (nameof(Guid), "link") => [TwoPeople.IdOf(typeof(SharedLink))],
            (nameof(String), "address") => [TwoPeople.Address],
            (nameof(Guid), "change") => [.. two.Changes.Cast<object>()],
            (nameof(String), "measure") => ["pain", "steps", $"own_{TwoPeople.Ana}", $"own_{TwoPeople.Ben}"],
            (nameof(String), "region") => [null, "neck"],
            (nameof(String), "key") => ["key-1", "key-3", "key-4"],
            (nameof(String), "chosen") => [null, "pain", $"own_{TwoPeople.Ben}"],
            (nameof(String), "outcome") => ["pain", $"own_{TwoPeople.Ben}"],
            (nameof(String), "instrument") => ["phq-9"],
            (nameof(Instrument), _) => [new Instruments(Shelf.Content).All.First(i => i.Id == "phq-9")],
            (nameof(Gates), _) => [Gates.Read(Shelf.Content)],
            (nameof(String), "part") => ["sleep.window"],
            _ when type == typeof(IEnumerable<string>) || type == typeof(IReadOnlyCollection<string>) =>
            [
                Array.Empty<string>(),
            ],
            _ when type == typeof(IReadOnlyList<Underway>) => [(Underway[])[UnderwayOf(two)]],
            (nameof(Instruments), _) => [new Instruments(Shelf.Content)],
            (nameof(SleepRules), _) => [SleepRules.Read(Shelf.Content)],
            (nameof(MeasureCatalogue), _) => [new MeasureCatalogue(Shelf.Content)],
            (nameof(Inomya.Reports.ReportShelf), _) => [Shelf.Reports],
            (nameof(Inomya.Content.Words), _) => [new Inomya.Content.Words(Shelf.Content)],
            (nameof(MedicineCatalogue), _) => [Shelf.Catalogue],
            (nameof(LabTests), _) => [new LabTests(Shelf.Content)],
            (nameof(CriticalLimits), _) => [new CriticalLimits(Shelf.Content, new LabTests(Shelf.Content))],
            (nameof(DesignRules), _) => [DesignRules.Read(Shelf.Content)],
            (nameof(FirstSteps), _) => [FirstSteps.Read(Shelf.Content)],
            (nameof(StepNotes), _) => [StepNotes.Of(new Dictionary<SettingKey, string>())],
            (nameof(FunctionShelf), _) => [FunctionShelf.Read(Shelf.Content)],
            (nameof(LetterRules), _) => [WorkShelf.Read(Shelf.Content).Rules],
            (nameof(PacingRules), _) => [PacingRules.Read(Shelf.Content)],
            (nameof(ProgrammeRules), _) => [ProgrammeRules.Read(Shelf.Content)],
            (nameof(MovementRules), _) => [MovementRules.Read(Shelf.Content)],
            _ when type == typeof(IReadOnlyList<ProgrammeText>) => [new ProgrammeShelf(Shelf.Content).In("en")],
            (nameof(String), "programme") => ["skills"],
            (nameof(Underway), _) => [UnderwayOf(two)],
            (nameof(WhatHelpedRules), _) => [WhatHelpedRules.Read(Shelf.Content)],
            (nameof(String), "kind") => [OtherPlans.Food, OtherPlans.Tracking],
            (nameof(FoodTags), _) => [FoodTags.Read(Shelf.Content)],
            (nameof(FoodTag), _) => [null, FoodTags.Read(Shelf.Content).Find("dairy")],
            (nameof(FoodTrialRules), _) => [FoodTrialRules.Read(Shelf.Content)],
            (nameof(WeeklyReviewRules), _) => [WeeklyReviewRules.Read(Shelf.Content)],
            (nameof(FoodTrial), _) => [new FoodTrial(OtherPlanTests.FoodOn(TwoPeople.Day))],
            (nameof(TrackingTrial), _) => [new TrackingTrial(OtherPlanTests.TrackingOn(TwoPeople.Day))],
            (nameof(TrackingProtocol), _) => [new TrackingTrial(OtherPlanTests.TrackingOn(TwoPeople.Day)).Plan],
            (nameof(VisitRules), _) => [VisitRules.Read(Shelf.Content)],
            (nameof(ReplySlip), _) => [ReplySlip.Read(Shelf.Content)],
            (nameof(String), "id") => [VisitBook.Next, $"{TwoPeople.IdOf(typeof(Appointment))}"],
            _ when type == typeof(Func<string, IReadOnlyList<EvidenceCard>>) =>
            [
                (Func<string, IReadOnlyList<EvidenceCard>>)(_ => []),
            ],
            (nameof(ExperimentRun), _) =>
            [
                new ExperimentRun(
                    (Experiment)
                        two.Mine.FindAsync<Experiment>(TwoPeople.IdOf(typeof(Experiment))).GetAwaiter().GetResult()!
                ),
            ],
            _ => null,
        };
}
