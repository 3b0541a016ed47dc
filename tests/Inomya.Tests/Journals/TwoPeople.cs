using System.Reflection;
using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Tests.Journals;

/// <summary>
/// One storage with the journals of two people who recorded the same kinds of things on the same days, under the same
/// ids wherever an id is made from what it is about. What is whose can be told by every text and every number.
/// </summary>
internal sealed class TwoPeople
{
    public const double Anas = 2.6875,
        Bens = 7.3125;

    public const string Ana = "ana-marked",
        Ben = "ben-marked",
        Removed = "removed-marked";

    public static readonly LocalDate Day = new(2026, 11, 22);

    /// <summary>Of the link that each of them gave out.</summary>
    public const string Address = "address";

    /// <summary>A day on which only Ben recorded.</summary>
    public static readonly LocalDate BensDay = new(2001, 2, 3);

    /// <summary>Every kind of fact that there is.</summary>
    public static IReadOnlyList<Type> Kinds { get; } =
    [.. typeof(Recorded).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Recorded)) && !t.IsAbstract)];

    private TwoPeople(Journal mine, Journal others) => (Mine, Others) = (mine, others);

    public Journal Mine { get; }

    public Journal Others { get; }

    /// <summary>The changes of both, as somebody could ask for them who knows an id.</summary>
    public List<Guid> Changes { get; } = [];

    public static Task<TwoPeople> OnAsync(string storage) => InAsync(Storage.NewPlaceAlone(storage));

    public static async Task<TwoPeople> InAsync(JournalPlace place)
    {
        var store = await JournalStore.OpenAsync(place, new FakeClock(Storage.Noon));
        var ana = await store.AddPersonAsync(Ana, "Europe/Madrid");
        var ben = await store.AddPersonAsync(Ben, "Pacific/Auckland");
        await PersonAsync(await store.OfAsync(ana.Id), "ES", 1961, new LocalTime(4, 0));
        await PersonAsync(await store.OfAsync(ben.Id), "FR", 1977, new LocalTime(3, 0));
        var two = new TwoPeople(await store.OfAsync(ana.Id), await store.OfAsync(ben.Id));
        await two.FillAsync(two.Others, Ben, Bens);
        await two.FillAsync(two.Mine, Ana, Anas);
        return two;
    }

    /// <summary>The same for both people.</summary>
    public static Guid IdOf(Type kind, string which = "") => Recorded.ImportId("two people", kind.Name, which);

    private static async Task PersonAsync(Journal journal, string country, int born, LocalTime boundary)
    {
        await journal.LiveInAsync(country);
        await journal.UpdatePersonAsync(journal.Person with { BirthYear = born, DayBoundary = boundary });
    }

    private async Task FillAsync(Journal journal, string who, double number)
    {
        async Task RecordAsync(string key, IEnumerable<Recorded> facts, LocalDate day)
        {
            var draft = new Draft($"{who}-kind", key, day);
            foreach (var fact in facts)
                draft.Add(fact);
            Changes.Add((await journal.RecordAsync(draft)).Id);
        }
        await RecordAsync("key-1", Kinds.Select(k => Made(k, who, number, Day, "")), Day);
        await RecordAsync("key-2", [.. Ratings(who, number)], Day);
        if (who == Ben)
            await RecordAsync("key-3", Kinds.Select(k => Made(k, who, number, BensDay, "long ago")), BensDay);
        await RecordAsync("key-4", Kinds.Select(k => Made(k, $"{who} {Removed}", number, Day, "removed")), Day);
        await RemoveAsync(journal);

        var steps = new Measure
        {
            Id = "steps",
            Kind = MeasureKind.Quantity,
            Daily = DailyRule.Sum,
        };
        await journal.AddSamplesAsync(
            steps,
            $"{who} watch",
            [new(Storage.Noon, Storage.Noon + Duration.FromMinutes(1), number)]
        );
        await journal.SetAsync(new SettingKey("theme"), $"{who} theme");
        await journal.SetAsync(new SettingKey($"{who} key"), "on");
        await journal.AuditAsync(SeenBy(who));
        await GiveOutAsync(journal, who);
        await journal.QueueAsync(
            new ReminderMail
            {
                PersonId = journal.Person.Id,
                Id = IdOf(typeof(ReminderMail)),
                Reminder = $"{who} reminder",
                Day = Day,
                At = Storage.Noon,
                NotBefore = Storage.Noon,
            }
        );
    }

    public static Audit SeenBy(string who) =>
        new()
        {
            Account = $"{who} account",
            Name = $"{who} host",
            Role = AuditRole.Host,
            Act = AuditAct.Saw,
            Area = $"{who} area",
            Way = AuditWay.Command,
        };

    /// <summary>The same address for both, as it cannot be: so that each is told from the other by whose it is.</summary>
    private static async Task GiveOutAsync(Journal journal, string who)
    {
        var id = IdOf(typeof(SharedLink));
        await journal.AddLinkAsync(LinkOf(id, who, journal.Person.Id), FileOf(id, who, journal.Person.Id));
        await journal.AddLinkViewAsync(
            new LinkView
            {
                PersonId = journal.Person.Id,
                Id = IdOf(typeof(LinkView)),
                LinkId = id,
                At = Storage.Noon,
                Outcome = "opened",
                Recipient = $"{who} reader",
            }
        );
    }

    public static SharedLink LinkOf(Guid id, string who, Guid person) =>
        new()
        {
            PersonId = person,
            Id = id,
            Address = Address,
            Label = $"{who} link",
            Holds = "ips",
            Way = "manifest",
            Passcode = "none fits",
            TriesLeft = 3,
            MadeAt = Storage.Noon,
            ExpiresAt = Storage.Noon + Duration.FromDays(7),
        };

    public static LinkFile FileOf(Guid id, string who, Guid person) =>
        new()
        {
            PersonId = person,
            LinkId = id,
            ContentType = "application/fhir+json",
            Locked = $"{who} locked",
        };

    /// <summary>What is rated on scales and at hours: rows that are read by hand-written questions.</summary>
    private static IEnumerable<Recorded> Ratings(string who, double number)
    {
        (string, string?, int)[] all = [("checkin", null, 0), ("checkin", "neck", 1), ("now", null, 0)];
        foreach (var (source, region, before) in all)
            yield return new Entry
            {
                Measure = "pain",
                Value = number,
                ScaleLow = 0,
                ScaleTop = 10,
                Unit = "{score}",
                Region = region,
                Day = Day.PlusDays(-before),
                At = Storage.Noon,
                Zone = "Europe/Madrid",
                Text = $"{who} rating",
                Source = source,
            };
    }

    private static async Task RemoveAsync(Journal journal)
    {
        var draft = new Draft("delete", day: Day);
        foreach (var kind in Kinds)
            draft.Remove(
                await (Task<Recorded>)
                    typeof(TwoPeople)
                        .GetMethod(nameof(FindAsync), BindingFlags.Static | BindingFlags.NonPublic)!
                        .MakeGenericMethod(kind)
                        .Invoke(null, [journal, IdOf(kind, "removed")])!
            );
        await journal.RecordAsync(draft);
    }

    private static async Task<Recorded> FindAsync<T>(Journal journal, Guid id)
        where T : Recorded => (await journal.FindAsync<T>(id))!;

    /// <summary>A fact with every property told, so that a kind that is added later is in here too.</summary>
    private static Recorded Made(Type kind, string who, double number, LocalDate day, string which)
    {
        var fact = (Recorded)Activator.CreateInstance(kind)!;
        foreach (var property in kind.GetProperties().Where(p => p.CanWrite))
            if (ValueOf(kind, property, who, number, day, which) is { } value)
                property.SetValue(fact, value);
        return fact;
    }

    private static byte[] SampleOf(string who, double number) =>
        SampleCode.Encode(new([$"{who} device"], [SampleRow.Of(new Reading(Storage.Noon, Storage.Noon, number))]));

    private static object? ValueOf(
        Type kind,
        PropertyInfo property,
        string who,
        double number,
        LocalDate day,
        string which
    )
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return (kind.Name, property.Name) switch
        {
            (_, nameof(Recorded.PersonId) or nameof(Recorded.ChangeId) or nameof(Recorded.VoidedById)) => null,
            (_, nameof(Recorded.Id)) => IdOf(kind, which),
            (_, nameof(Intake.TreatmentId)) => IdOf(typeof(Treatment), which),
            (_, nameof(Intake.CourseId)) => IdOf(typeof(Course), which),
            (_, nameof(StepDone.EnrolmentId)) => IdOf(typeof(Enrolment), which),
            (_, nameof(ExperimentDay.ExperimentId)) => IdOf(typeof(Experiment), which),
            (nameof(Entry) or nameof(OwnMeasure), nameof(Entry.Measure)) => $"own_{who}",
            (nameof(Entry), nameof(Entry.Region)) => null,
            (nameof(Entry), nameof(Entry.Zone)) => "Europe/Madrid",
            (_, nameof(Entry.ScaleLow)) => 0.0,
            (_, nameof(Entry.ScaleTop)) => 10.0,
            (_, nameof(Entry.Source)) => "checkin",
            (nameof(Course), nameof(Course.Schedule)) => new DoseSchedule { FirstDose = number, Unit = "mg" },
            (nameof(Enrolment), nameof(Enrolment.Drawn)) => new DrawnStart(day.PlusDays(-9), 7, 1),
            (nameof(Worksheet), nameof(Worksheet.Fields)) => Worksheet.Write([("text", who)]),
            (nameof(Experiment), nameof(Experiment.Protocol)) => ProtocolOf(who, day),
            (nameof(Experiment), nameof(Experiment.Kind) or nameof(Experiment.LastPlanned)) => null,
            (nameof(Response), nameof(Response.Instrument)) => "phq-9",
            (nameof(Response) or nameof(OwnForm), nameof(Response.Json)) =>
                $$"""{"resourceType":"{{(kind == typeof(Response) ? "QuestionnaireResponse" : "Questionnaire")}}","title":"{{who}}","item":[]}""",
            (nameof(Response), nameof(Response.Scores)) => $$$"""{"{{{who}}}": {"total": 1}}""",
            (nameof(HistoryItem), nameof(HistoryItem.Since) or nameof(HistoryItem.Until)) => null,
            (nameof(Mark), nameof(Mark.When)) => null,
            (_, nameof(VisitNotes.AppointmentId)) => IdOf(typeof(Appointment), which),
            (_, nameof(PracticeRating.IntakeId)) => IdOf(typeof(Intake), which),
            (nameof(LabResult), nameof(LabResult.Comparator) or nameof(LabResult.Loinc)) => null,
            (nameof(Cost), nameof(Cost.Currency)) => "EUR",
            (nameof(SampleBlock), nameof(SampleBlock.Month)) => SampleRow.MonthOf(
                Storage.Noon.ToUnixTimeMilliseconds()
            ),
            (nameof(SampleBlock), nameof(SampleBlock.Data)) => SampleOf(who, number),
            _ when type == typeof(string) => $"{who} {kind.Name}.{property.Name}",
            _ when type == typeof(double) => number,
            _ when type == typeof(decimal) => (decimal)number,
            _ when type == typeof(int) => 1,
            _ when type == typeof(bool) => true,
            _ when type == typeof(LocalDate) => day,
            _ when type == typeof(LocalTime) => new LocalTime(9, 30),
            _ when type == typeof(Instant) => Storage.Noon,
            _ when type.IsEnum => Enum.GetValues(type).GetValue(0),
            _ => throw new InvalidOperationException(
                $"Say in {nameof(TwoPeople)} what {kind.Name}.{property.Name} is filled with."
            ),
        };
    }

    private static string ProtocolOf(string who, LocalDate day) =>
        new Inomya.Experiments.Protocol
        {
            Plan = new()
            {
                Question = $"{who} question",
                With = who,
                Without = who,
                Outcome = "pain",
                MinimalChange = 1,
                ExpectedEffect = 2,
                BlockDays = 3,
            },
            Start = day.PlusDays(-20),
            Pairs = 1,
            Seed = "1",
            Order = [true, false],
            Length = new(1, 6, 0.8, 0.05),
            LengthFromDays = 30,
            WorseBy = 3,
            WorseDays = 3,
            UsualDay = 5,
            Rule = who,
            LockedAt = Storage.Noon,
        }.ToJson();
}
