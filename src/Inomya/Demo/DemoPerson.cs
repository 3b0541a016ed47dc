using Inomya.Content;
using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Demo;

/// <summary>
/// An invented person with two rich years of journal: the same person every time, ending on the day it is made.
/// </summary>
/// <remarks>
/// What is true of them, so that a finding can be checked: short sleep makes the same day worse, doing too much makes
/// the next two days worse, stress makes the same day worse; coffee, alcohol, travel and the weather do nothing; a
/// medicine taken from the second year on helps after some weeks. They record less when it is bad, have a hole of three
/// weeks, and nothing of what is missing is a zero.
/// </remarks>
public sealed partial class DemoPerson
{
    public const int Days = 730;

    private const int MedicineFrom = 430,
        HoleFrom = 300,
        HoleDays = 21;
    private const double PainBase = 4.6,
        SleepShort = -0.55,
        Overdoing = 1.3,
        OverdoingSecondDay = 0.6,
        StressSame = 0.55,
        MedicineFull = -1.1,
        Carried = 0.45;

    /// <summary>How much worse the morning is than the day, and the evening; rated for the last weeks.</summary>
    private const double Morning = 1.3,
        Evening = -0.2;
    private const int MomentsFrom = Days - 56;

    private readonly Random _random = new(20261122);
    private readonly Random _moments = new(20261123);
    private readonly Words _words;
    private readonly MeasureCatalogue _catalogue;
    private readonly LocalDate _first;
    private readonly DayClock _clock;
    private readonly Treatment _nightMedicine,
        _painkiller,
        _yoga;
    private readonly Course _nightCourse,
        _painkillerCourse;
    private readonly List<(Draft Draft, Instant At)> _drafts = [];
    private readonly List<Reading> _steps = [];

    private DemoPerson(Words words, MeasureCatalogue catalogue, LocalDate last, DayClock clock)
    {
        (_words, _catalogue, _first, _clock) = (words, catalogue, last.PlusDays(1 - Days), clock);
        _nightMedicine = new Treatment
        {
            Name = words["demo.night-medicine"],
            Kind = TreatmentKind.Medicine,
            Purpose = words["demo.night-medicine.for"],
        };
        _painkiller = new Treatment
        {
            Name = words["demo.painkiller"],
            Kind = TreatmentKind.Medicine,
            Purpose = words["demo.painkiller.for"],
        };
        _yoga = new Treatment { Name = words["demo.yoga"], Kind = TreatmentKind.Exercise };
        _nightCourse = new Course
        {
            TreatmentId = _nightMedicine.Id,
            Start = _first.PlusDays(MedicineFrom),
            Schedule = new()
            {
                FirstDose = 10,
                Unit = "mg",
                TimesPerDay = 1,
            },
        };
        _painkillerCourse = new Course
        {
            TreatmentId = _painkiller.Id,
            Start = _first,
            Schedule = new()
            {
                FirstDose = 1000,
                Unit = "mg",
                AsNeeded = true,
            },
        };
    }

    /// <summary>Makes the person and their journal in a storage; takes well under a second.</summary>
    /// <param name="language">What they write in; one that content/locales has.</param>
    public static async Task<Journal> CreateAsync(
        JournalStore store,
        ContentFolder content,
        string zone,
        string language = Words.Fallback,
        CancellationToken stop = default
    )
    {
        var words = new Words(content, language);
        var person = await store.AddPersonAsync(words["demo.name"], zone, stop: stop);
        await (await store.OfAsync(person.Id, stop)).LiveInAsync(Countries.OfZone(zone), stop);
        var journal = await store.OfAsync(person.Id, stop);
        var demo = new DemoPerson(words, new MeasureCatalogue(content), journal.Today, journal.Days);
        demo.Live();
        demo.RecordBesides(new Questionnaires.Instruments(content));
        await journal.FillAsync(demo._drafts, stop);
        await journal.AddSamplesAsync(demo._catalogue.Find("steps")!, words["demo.watch"], demo._steps, stop);
        await DemoRelief.AddAsync(journal, words, demo._catalogue, Experiments.DesignRules.Read(content), stop);
        return journal;
    }

    private void Live()
    {
        _drafts.Add(
            (
                new Draft("edit")
                    .Add(_nightMedicine)
                    .Add(_painkiller)
                    .Add(_yoga)
                    .Add(_nightCourse)
                    .Add(_painkillerCourse)
                    .Add(
                        new Course
                        {
                            TreatmentId = _yoga.Id,
                            Start = _first.PlusDays(200),
                            End = _first.PlusDays(400),
                            Schedule = new() { TimesPerDay = 0.3 },
                            StopReason = _words["demo.yoga.stopped"],
                        }
                    )
                    .Add(
                        new SideEffect
                        {
                            TreatmentId = _nightMedicine.Id,
                            Day = _first.PlusDays(MedicineFrom + 4),
                            Text = _words["demo.side-effect"],
                            Severity = 3,
                        }
                    ),
                NoonOf(0)
            )
        );

        Say();

        double carried = 0,
            stressCarried = 0;
        bool overdidYesterday = false,
            overdidBefore = false;
        var flareLeft = 0;
        Flare? flare = null;
        for (var day = 0; day < Days; day++)
        {
            var date = _first.PlusDays(day);
            stressCarried = 0.6 * stressCarried + 0.8 * Normal();
            var stress =
                4.2
                + (date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? -1.2 : 0.4)
                + 1.4 * stressCarried;
            var sleep = Math.Clamp(6.6 + 1.1 * Normal() - 0.15 * stressCarried, 2.5, 10);
            var overdid = Chance(overdidYesterday ? 0.05 : 0.12);
            (flareLeft, flare) = Flaring(day, flareLeft, flare);

            carried = Carried * carried + 0.75 * Normal();
            var season = 0.5 * Math.Cos(2 * Math.PI * (date.DayOfYear - 20) / 365.25);
            var medicine = day < MedicineFrom ? 0 : MedicineFull * (1 - Math.Exp(-(day - MedicineFrom) / 21.0));
            var pain =
                PainBase
                + season
                + carried
                + medicine
                + SleepShort * (sleep - 6.6) / 1.1
                + StressSame * (stress - 4.2) / 1.8
                + (overdidYesterday ? Overdoing : 0)
                + (overdidBefore ? OverdoingSecondDay : 0)
                + (flareLeft > 0 ? 2.2 : 0);

            var recorded = !(day >= HoleFrom && day < HoleFrom + HoleDays) && !Chance(pain > 7.5 ? 0.25 : 0.07);
            if (recorded)
                Record(day, date, pain, sleep, stress, overdid, badDay: pain > 7.8 && Chance(0.5));
            if (recorded && day is >= MomentsFrom and < Days - 1)
                RateMoments(date, pain);
            Walk(date, pain, overdid);
            (overdidBefore, overdidYesterday) = (overdidYesterday, overdid);
        }
    }

    /// <summary>What they said about look-alikes and risk factors: one ruled out, one worth asking about.</summary>
    private void Say()
    {
        var draft = new Draft("mark");
        void Said(
            MarkKind kind,
            string subject,
            string answer,
            string? when = null,
            string? by = null,
            string? text = null
        ) =>
            draft.Add(
                new Mark
                {
                    Id = Journals.Mark.IdOf(kind, subject),
                    Kind = kind,
                    Subject = subject,
                    Answer = answer,
                    Day = _first.PlusDays(Days - 60),
                    When = when,
                    By = by,
                    Text = text,
                }
            );
        var year = _first.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Said(MarkKind.LookAlike, "rheumatoid-arthritis", "ruled-out", year, _words["demo.doctor"]);
        Said(MarkKind.Test, "anti-ccp", "had", year, _words["demo.doctor"], _words["demo.test-result"]);
        foreach (var sign in (string[])["feels-cold", "dry-skin", "restless-legs"])
            Said(MarkKind.Sign, sign, "yes");
        Said(MarkKind.Sign, "small-joints-swollen", "no");
        Said(MarkKind.Risk, "poor-sleep", "applies");
        _drafts.Add((draft, NoonOf(Days - 60)));
    }

    private (int Left, Flare? Flare) Flaring(int day, int left, Flare? flare)
    {
        if (left > 1)
            return (left - 1, flare);
        if (left == 1)
            return (0, null);
        if (!Chance(0.011))
            return (0, null);
        var days = 4 + _random.Next(8);
        var began = new Flare
        {
            Start = _first.PlusDays(day),
            End = _first.PlusDays(Math.Min(day + days - 1, Days - 1)),
            Worst = 8 + _random.Next(3),
            Before = _words[$"demo.flare.{_random.Next(3)}"],
        };
        _drafts.Add((new Draft("flare", day: began.Start).Add(began), NoonOf(day)));
        return (days, began);
    }

    private void Record(int day, LocalDate date, double pain, double sleep, double stress, bool overdid, bool badDay)
    {
        var draft = new Draft(badDay ? "bad-day" : "checkin", day: date);
        Rate(draft, "pain", pain, date);
        if (!badDay)
        {
            Rate(draft, "function", 10.5 - 0.8 * pain + 0.8 * Normal(), date);
            Rate(draft, "fatigue", 1.8 + 0.7 * pain + Normal(), date);
            Rate(draft, "sleep_quality", 5.5 + 1.3 * (sleep - 6.6) + 1.2 * Normal(), date);
            Add(draft, "sleep_hours", Math.Round(sleep * 2) / 2, date);
            Rate(draft, "stress", stress, date);
            if (Chance(0.7))
                Rate(draft, "mood", 7.5 - 0.45 * pain + Normal(), date);
            if (Chance(0.7))
                Rate(draft, "fog", 0.6 * pain + Normal(), date);
            if (Chance(0.6))
                Rate(draft, "stiffness", 1 + 0.6 * pain + Normal(), date);
            if (Chance(0.3))
                Rate(draft, "sensitivity_light", 0.5 * pain + Normal(), date);
            foreach (
                var (what, often) in (ReadOnlySpan<(string, double)>)
                    [("exercise", 0.35), ("travel", 0.06), ("alcohol", 0.18), ("illness", 0.04)]
            )
                Add(draft, what, Chance(often) ? 1 : 0, date);
            Add(draft, "overdid", overdid ? 1 : 0, date);
            Add(draft, "caffeine", _random.Next(4), date);
            MarkPlaces(draft, pain, date);
        }
        Take(draft, day, pain, date);
        if (Chance(0.05))
            draft.Add(
                new Note
                {
                    Day = date,
                    Text = _words[$"demo.note.{_random.Next(5)}"],
                    Source = Checkins.Checkin.Source,
                }
            );
        _drafts.Add((draft, NoonOf(day) + Duration.FromMinutes(_random.Next(480))));
    }

    /// <summary>Pain three times a day.</summary>
    private void RateMoments(LocalDate date, double pain)
    {
        foreach (
            var (hour, more) in (ReadOnlySpan<(int, double)>)[(9, Morning), (14, -Morning - Evening), (21, Evening)]
        )
        {
            var at = _clock.At(date + new LocalTime(hour, _moments.Next(60)));
            var value = Math.Clamp(Math.Round(pain + more + 1.2 * (_moments.NextDouble() - 0.5)), 0, 10);
            var entry = EntryOf("pain", value, date) with
            {
                Source = Checkins.Moment.Source,
                At = at.ToInstant(),
                Zone = at.Zone.Id,
            };
            _drafts.Add((new Draft("moment", day: date).Add(entry), at.ToInstant()));
        }
    }

    private void MarkPlaces(Draft draft, double pain, LocalDate date)
    {
        foreach (var region in _catalogue.Regions)
            if (
                Chance(
                    Math.Clamp(
                        (pain - 1.5) / 9
                            + (region.Group == "axial" && region.CountsForGroup ? 0.3 : 0)
                            - (region.Id.StartsWith("jaw", StringComparison.Ordinal) ? 0.3 : 0),
                        0,
                        0.95
                    )
                )
            )
                Add(draft, Checkins.Checkin.PainArea, 1, date, region.Id);
    }

    private void Take(Draft draft, int day, double pain, LocalDate date)
    {
        if (day >= MedicineFrom)
            draft.Add(IntakeOf(_nightCourse, date, Chance(0.94) ? IntakeStatus.Taken : IntakeStatus.Skipped));
        if (Chance(pain > 6 ? 0.7 : 0.1))
            draft.Add(IntakeOf(_painkillerCourse, date, IntakeStatus.Taken));
        else if (Chance(0.5))
            draft.Add(IntakeOf(_painkillerCourse, date, IntakeStatus.Skipped));
    }

    /// <summary>Steps by the hour, from eight to eight; the watch was off on one day in twelve.</summary>
    private void Walk(LocalDate date, double pain, bool overdid)
    {
        if (Chance(0.08))
            return;
        var day = Math.Max(400, (7200 - 380 * pain + (overdid ? 4000 : 0)) * Math.Exp(0.2 * Normal()));
        for (var hour = 8; hour < 20; hour++)
        {
            var start = date.At(new LocalTime(hour, 0)).InZoneLeniently(_clock.ZoneAt(NoonOf(0))).ToInstant();
            _steps.Add(
                new Reading(start, start + Duration.FromHours(1), Math.Round(day / 12 * (0.5 + _random.NextDouble())))
            );
        }
    }

    private void Rate(Draft draft, string measure, double value, LocalDate date) =>
        Add(draft, measure, Math.Clamp(Math.Round(value), 0, 10), date);

    private void Add(Draft draft, string id, double value, LocalDate date, string? region = null) =>
        draft.Add(EntryOf(id, value, date, region));

    private Entry EntryOf(string id, double value, LocalDate date, string? region = null)
    {
        var measure = _catalogue.Find(id)!;
        return new Entry
        {
            Measure = id,
            Value = value,
            Day = date,
            Region = region,
            Source = Checkins.Checkin.Source,
            Unit = measure.Unit,
            ScaleLow = measure.Scale?.Low,
            ScaleTop = measure.Scale?.Top,
        };
    }

    private static Intake IntakeOf(Course course, LocalDate date, IntakeStatus status) =>
        new()
        {
            TreatmentId = course.TreatmentId,
            CourseId = course.Id,
            Day = date,
            Status = status,
            Source = Checkins.Checkin.Source,
        };

    private Instant NoonOf(int day) => _clock.StartOf(_first.PlusDays(day)) + Duration.FromHours(8);

    private bool Chance(double often) => _random.NextDouble() < often;

    /// <summary>Standard normal, by Box and Muller.</summary>
    private double Normal() =>
        Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
