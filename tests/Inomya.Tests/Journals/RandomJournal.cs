using CsCheck;
using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Tests.Journals;

/// <summary>Journals of any content, for properties.</summary>
internal static class RandomJournal
{
    public static readonly Gen<LocalDate> Day = Gen.Int[-20_000, 25_000].Select(Epoch.ToLocalDate);

    /// <summary>Text with letters of many scripts; PostgreSQL takes any character but NUL.</summary>
    public static readonly Gen<string> Text = Gen.Char['\u0001', '\uD7FF'].Array[0, 12].Select(c => new string(c));

    private static readonly Gen<double> Value = Gen.OneOf(
        Gen.Double[-1e6, 1e6],
        Gen.Int[0, 10].Select(n => (double)n),
        Gen.Const(1e308),
        Gen.Const(double.Epsilon)
    );
    private static readonly Gen<Instant?> At = Gen.Long[0, 2_000_000_000_000]
        .Select(ms => (Instant?)Instant.FromUnixTimeMilliseconds(ms))
        .Null();

    private static readonly Gen<Recorded> Fact = Gen.OneOf<Recorded>(
        Gen.Select(Day, Value.Nullable(), Text, At, Gen.Bool)
            .Select(
                (day, value, text, at, rated) =>
                    (Recorded)
                        new Entry
                        {
                            Measure = text,
                            Value = value,
                            Text = value is null ? text : null,
                            Day = day,
                            At = at,
                            Zone = at is null ? null : "Europe/Madrid",
                            Region = rated ? "neck" : null,
                            ScaleLow = rated ? 0 : null,
                            ScaleTop = rated ? 10 : null,
                            Source = "checkin",
                        }
            ),
        Gen.Select(Day, Text)
            .Select(
                (day, text) =>
                    (Recorded)
                        new Note
                        {
                            Day = day,
                            Text = text,
                            Source = "checkin",
                        }
            ),
        Gen.Select(Text, Gen.Enum<MeasureKind>(), Gen.Bool)
            .Select(
                (name, kind, asked) =>
                    (Recorded)
                        new OwnMeasure
                        {
                            Measure = $"own_{name}",
                            Name = name,
                            Kind = kind,
                            Asked = asked,
                        }
            ),
        Gen.Select(Text, Gen.Enum<TreatmentKind>())
            .Select((name, kind) => (Recorded)new Treatment { Name = name, Kind = kind }),
        Gen.Select(Day, Value.Nullable(), Gen.Bool)
            .Select(
                (day, dose, needed) =>
                    (Recorded)
                        new Course
                        {
                            TreatmentId = Guid.CreateVersion7(),
                            Start = day,
                            Schedule = new() { FirstDose = dose, AsNeeded = needed },
                        }
            ),
        Gen.Select(Day, Gen.Enum<IntakeStatus>(), At)
            .Select(
                (day, status, at) =>
                    (Recorded)
                        new Intake
                        {
                            TreatmentId = Guid.CreateVersion7(),
                            Day = day,
                            Status = status,
                            At = at,
                            Source = "csv",
                        }
            ),
        Gen.Select(Day, Value, Gen.Int[0, 90])
            .Select(
                (day, units, lead) =>
                    (Recorded)
                        new StockCount
                        {
                            TreatmentId = Guid.CreateVersion7(),
                            Day = day,
                            Units = units,
                            PerDose = 0.5,
                            LeadDays = lead,
                        }
            ),
        Gen.Select(Text, Text).Select((name, reaction) => (Recorded)new Allergy { Name = name, Reaction = reaction }),
        Gen.Select(Text, Day, Gen.Int[0, 1439], Gen.Bool)
            .Select(
                (with, day, minute, timed) =>
                    (Recorded)
                        new Appointment
                        {
                            With = with,
                            Day = day,
                            Time = timed ? LocalTime.FromMinutesSinceMidnight(minute) : null,
                        }
            ),
        Gen.Select(Day, Text)
            .Select(
                (day, text) =>
                    (Recorded)
                        new SideEffect
                        {
                            TreatmentId = Guid.CreateVersion7(),
                            Day = day,
                            Text = text,
                        }
            ),
        Gen.Select(Day, Gen.Enum<MarkKind>(), Text)
            .Select(
                (day, kind, text) =>
                    (Recorded)
                        new Mark
                        {
                            Kind = kind,
                            Subject = text,
                            Answer = "yes",
                            Day = day,
                            When = "2019",
                            Text = text,
                        }
            ),
        Gen.Select(Day, Day.Nullable(), Text)
            .Select(
                (start, end, before) =>
                    (Recorded)
                        new Flare
                        {
                            Start = start,
                            End = end,
                            Before = before,
                        }
            ),
        Gen.Select(Day, Text)
            .Select(
                (day, text) =>
                    (Recorded)
                        new Experiment
                        {
                            Protocol = text,
                            ProtocolHash = "00",
                            Start = day,
                            StopReason = text,
                        }
            ),
        Gen.Select(Day, Gen.Enum<Adherence>())
            .Select(
                (day, kept) =>
                    (Recorded)
                        new ExperimentDay
                        {
                            ExperimentId = Guid.CreateVersion7(),
                            Day = day,
                            Adherence = kept,
                        }
            ),
        Gen.Select(Day, Gen.Enum<ActivityKind>(), Text)
            .Select(
                (day, kind, text) =>
                    (Recorded)
                        new Activity
                        {
                            Day = day,
                            Kind = kind,
                            Units = 1.5,
                            Text = text,
                        }
            ),
        Gen.Select(Day, Text, Gen.Bool)
            .Select(
                (day, text, yes) =>
                    (Recorded)
                        new GateAnswer
                        {
                            Gate = text,
                            Yes = yes,
                            Day = day,
                        }
            ),
        Gen.Select(Day, Gen.Enum<Road>(), Gen.ULong, Gen.Bool)
            .Select(
                (day, road, seed, drawn) =>
                    (Recorded)
                        new Enrolment
                        {
                            Programme = "skills",
                            Version = 1,
                            Road = road,
                            Day = day,
                            Start = day,
                            Drawn = drawn ? new DrawnStart(day, 21, seed) : null,
                        }
            ),
        Gen.Select(Day, Gen.Enum<StepForm>(), Text)
            .Select(
                (day, form, step) =>
                    (Recorded)
                        new StepDone
                        {
                            EnrolmentId = Guid.CreateVersion7(),
                            Step = step,
                            Version = 1,
                            Form = form,
                            Day = day,
                        }
            ),
        Gen.Select(Day, Text)
            .Select(
                (day, text) =>
                    (Recorded)
                        new Worksheet
                        {
                            Kind = "own-words",
                            Fields = Worksheet.Write([("text", text)]),
                            Day = day,
                        }
            ),
        Text.Select(text => (Recorded)new FlarePlan { EarlySigns = text, SeekCare = text })
    );

    public static readonly Gen<Recorded[]> Facts = Fact.Array[0, 40];

    /// <summary>Records the facts in a few changes, corrects one, takes one out, undoes one, and adds readings of a device and a setting.</summary>
    public static async Task FillAsync(Journal journal, Recorded[] facts)
    {
        foreach (var some in facts.Chunk(9))
        {
            var draft = new Draft("checkin", $"key-{some[0].Id}", (some[0] as Entry)?.Day);
            foreach (var fact in some)
                draft.Add(fact);
            await journal.RecordAsync(draft);
        }
        var notes = await journal.AllAsync<Note>();
        if (notes.Count > 0)
            await journal.RecordAsync(new Draft("edit").Correct(notes[0], notes[0] with { Text = "corrected" }));
        if (notes.Count > 1)
            await journal.UndoAsync((await journal.RecordAsync(new Draft("delete").Remove(notes[1]))).Id);
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
                .. facts
                    .Take(5)
                    .Select(
                        (_, i) =>
                            new Reading(
                                Storage.Noon + Duration.FromHours(i),
                                Storage.Noon + Duration.FromHours(i + 1),
                                i * 7.5
                            )
                    ),
            ]
        );
        await journal.QueueAsync(
            new ReminderMail
            {
                PersonId = journal.Person.Id,
                Id = Guid.CreateVersion7(),
                Reminder = "checkin",
                Day = new(2026, 11, 22),
                At = Storage.Noon,
                NotBefore = Storage.Noon,
                Tries = 2,
                Problem = "no-server",
            }
        );
        await journal.SetAsync(new SettingKey("theme"), "dark");
        await journal.MoveToZoneAsync(Storage.Noon, "America/Lima");
    }

    private static Gen<T?> Nullable<T>(this Gen<T> gen)
        where T : struct => gen.Null();

    private static Gen<T?> Null<T>(this Gen<T?> gen)
        where T : struct => Gen.Select(gen, Gen.Int[0, 3]).Select((value, n) => n == 0 ? null : value);

    private static Gen<T?> Null<T>(this Gen<T> gen)
        where T : struct => gen.Select(v => (T?)v).Null();
}
