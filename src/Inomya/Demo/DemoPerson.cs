using System.Globalization;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Demo;

/// <summary>
/// An invented person with two rich years of journal: the same person every time, ending on the day it is made.
/// </summary>
/// <remarks>
/// What is true of them is in <see cref="DemoBody"/>. They record less when it is bad, have a hole of three weeks, and
/// nothing of what is missing is a zero.
/// </remarks>
public sealed class DemoPerson
{
    public const int Days = 730;

    private const int HoleFrom = 300,
        HoleDays = 21;

    /// <summary>How much worse the morning is than the day, and the evening; rated for the last weeks.</summary>
    private const double Morning = 1.3,
        Evening = -0.2;
    private const int MomentsFrom = Days - 56;

    /// <summary>The day on which they spoke about look-alikes and risk factors.</summary>
    private const int SaidOn = Days - 60;

    private static readonly (MarkKind Kind, string Subject, string Answer)[] Marks =
    [
        (MarkKind.LookAlike, "rheumatoid-arthritis", "ruled-out"),
        (MarkKind.Test, "anti-ccp", "had"),
        (MarkKind.Sign, "feels-cold", "yes"),
        (MarkKind.Sign, "dry-skin", "yes"),
        (MarkKind.Sign, "restless-legs", "yes"),
        (MarkKind.Sign, "small-joints-swollen", "no"),
        (MarkKind.Risk, "poor-sleep", "applies"),
    ];

    /// <summary>What they rate on some days only: how often, and how it goes with the pain.</summary>
    private static readonly (string Measure, double Often, double Without, double PerPain)[] RatedSometimes =
    [
        ("mood", 0.7, 7.5, -0.45),
        ("fog", 0.7, 0, 0.6),
        ("stiffness", 0.6, 1, 0.6),
        ("sensitivity_light", 0.3, 0, 0.5),
    ];

    private static readonly (string Measure, double Often)[] Events =
    [
        ("exercise", 0.35),
        ("travel", 0.06),
        ("alcohol", 0.18),
        ("illness", 0.04),
    ];

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
        _nightMedicine = MedicineOf("demo.night-medicine");
        _painkiller = MedicineOf("demo.painkiller");
        _yoga = new Treatment { Name = words["demo.yoga"], Kind = TreatmentKind.Exercise };
        _nightCourse = CourseOf(_nightMedicine, DemoBody.MedicineFrom, NightDose);
        _painkillerCourse = CourseOf(_painkiller, 0, PainkillerDose);
    }

    private Course CourseOf(Treatment treatment, int fromDay, DoseSchedule schedule) =>
        new()
        {
            TreatmentId = treatment.Id,
            Start = _first.PlusDays(fromDay),
            Schedule = schedule,
        };

    private static DoseSchedule NightDose =>
        new()
        {
            FirstDose = 10,
            Unit = "mg",
            TimesPerDay = 1,
        };

    private static DoseSchedule PainkillerDose =>
        new()
        {
            FirstDose = 1000,
            Unit = "mg",
            AsNeeded = true,
        };

    private Treatment MedicineOf(string key) =>
        new()
        {
            Name = _words[key],
            Kind = TreatmentKind.Medicine,
            Purpose = _words[$"{key}.for"],
        };

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
        var journal = await EmptyJournalAsync(store, words["demo.name"], zone, stop);
        var demo = new DemoPerson(words, new MeasureCatalogue(content), journal.Today, journal.Days);
        demo.Live();
        demo.RecordBesides(new DemoBesides(words, journal.Today), new Questionnaires.Instruments(content));
        await journal.FillAsync(demo._drafts, stop);
        await journal.AddSamplesAsync(demo._catalogue.Find("steps")!, words["demo.watch"], demo._steps, stop);
        await DemoRelief.AddAsync(journal, words, demo._catalogue, Experiments.DesignRules.Read(content), stop);
        await DemoNights.AddAsync(journal, stop);
        await DemoFunction.AddAsync(journal, words, Function.FunctionShelf.Read(content), stop);
        return journal;
    }

    private static async Task<Journal> EmptyJournalAsync(
        JournalStore store,
        string name,
        string zone,
        CancellationToken stop
    )
    {
        var person = await store.AddPersonAsync(name, zone, stop: stop);
        await (await store.OfAsync(person.Id, stop)).LiveInAsync(Countries.OfZone(zone), stop);
        return await store.OfAsync(person.Id, stop);
    }

    private void Live()
    {
        Begin();
        Say();
        var body = new DemoBody(_random, _first);
        for (var day = 0; day < Days; day++)
            LiveThrough(body.Live(day));
    }

    private void Begin()
    {
        var draft = new Draft("edit").Add(_nightMedicine).Add(_painkiller).Add(_yoga);
        draft.Add(_nightCourse).Add(_painkillerCourse).Add(YogaCourse).Add(NightSideEffect);
        _drafts.Add((draft, NoonOf(0)));
    }

    private Course YogaCourse =>
        CourseOf(_yoga, 200, new() { TimesPerDay = 0.3 }) with
        {
            End = _first.PlusDays(400),
            StopReason = _words["demo.yoga.stopped"],
        };

    private SideEffect NightSideEffect =>
        new()
        {
            TreatmentId = _nightMedicine.Id,
            Day = _first.PlusDays(DemoBody.MedicineFrom + 4),
            Text = _words["demo.side-effect"],
            Severity = 3,
        };

    private void LiveThrough(DemoDay day)
    {
        if (day.Flare is { } flare)
            Flaring(day, flare);
        var recorded = !IsInHole(day) && !_random.Chance(day.Pain > 7.5 ? 0.25 : 0.07);
        if (recorded)
            Record(day, badDay: day.Pain > 7.8 && _random.Chance(0.5));
        if (recorded && day.Number is >= MomentsFrom and < Days - 1)
            RateMoments(day.Date, day.Pain);
        Walk(day);
    }

    private static bool IsInHole(DemoDay day) => day.Number is >= HoleFrom and < HoleFrom + HoleDays;

    /// <summary>What they said about look-alikes and risk factors: one ruled out, one worth asking about.</summary>
    private void Say()
    {
        var draft = new Draft("mark");
        foreach (var (kind, subject, answer) in Marks)
            draft.Add(MarkOf(kind, subject, answer));
        _drafts.Add((draft, NoonOf(SaidOn)));
    }

    private Mark MarkOf(MarkKind kind, string subject, string answer)
    {
        var fromDoctor = kind is MarkKind.LookAlike or MarkKind.Test;
        return new Mark
        {
            Id = Mark.IdOf(kind, subject),
            Kind = kind,
            Subject = subject,
            Answer = answer,
            Day = _first.PlusDays(SaidOn),
            When = fromDoctor ? _first.Year.ToString(CultureInfo.InvariantCulture) : null,
            By = fromDoctor ? _words["demo.doctor"] : null,
            Text = kind == MarkKind.Test ? _words["demo.test-result"] : null,
        };
    }

    private void Flaring(DemoDay day, DemoFlare flare)
    {
        var began = new Flare
        {
            Start = day.Date,
            End = _first.PlusDays(Math.Min(day.Number + flare.Days - 1, Days - 1)),
            Worst = flare.Worst,
            Before = _words[$"demo.flare.{flare.Before}"],
        };
        _drafts.Add((new Draft("flare", day: began.Start).Add(began), NoonOf(day.Number)));
    }

    private void Record(DemoDay day, bool badDay)
    {
        var draft = new Draft(badDay ? "bad-day" : "checkin", day: day.Date);
        Rate(draft, "pain", day.Pain, day.Date);
        if (!badDay)
            FillIn(draft, day);
        Take(draft, day);
        if (_random.Chance(0.05))
            draft.Add(NoteOn(day.Date));
        _drafts.Add((draft, AfternoonOf(day.Number)));
    }

    /// <summary>All that a check-in asks beside the pain.</summary>
    private void FillIn(Draft draft, DemoDay day)
    {
        RateDay(draft, day);
        RateWhatElse(draft, day);
        AddEvents(draft, day);
        MarkPlaces(draft, day.Pain, day.Date);
    }

    private void RateDay(Draft draft, DemoDay day)
    {
        var (pain, sleep) = (day.Pain, day.Sleep);
        Rate(draft, "function", 10.5 - 0.8 * pain + 0.8 * _random.Normal(), day.Date);
        Rate(draft, "fatigue", 1.8 + 0.7 * pain + _random.Normal(), day.Date);
        Rate(draft, "sleep_quality", 5.5 + 1.3 * (sleep - 6.6) + 1.2 * _random.Normal(), day.Date);
        Add(draft, "sleep_hours", Math.Round(sleep * 2) / 2, day.Date);
        Rate(draft, "stress", day.Stress, day.Date);
    }

    private void RateWhatElse(Draft draft, DemoDay day)
    {
        foreach (var (measure, often, without, perPain) in RatedSometimes)
            if (_random.Chance(often))
                Rate(draft, measure, without + perPain * day.Pain + _random.Normal(), day.Date);
    }

    private void AddEvents(Draft draft, DemoDay day)
    {
        foreach (var (measure, often) in Events)
            Add(draft, measure, _random.Chance(often) ? 1 : 0, day.Date);
        Add(draft, "overdid", day.Overdid ? 1 : 0, day.Date);
        Add(draft, "caffeine", _random.Next(4), day.Date);
    }

    private Note NoteOn(LocalDate date) =>
        new()
        {
            Day = date,
            Text = _words[$"demo.note.{_random.Next(5)}"],
            Source = Checkins.Checkin.Source,
        };

    /// <summary>Pain three times a day.</summary>
    private void RateMoments(LocalDate date, double pain)
    {
        foreach (
            var (hour, more) in (ReadOnlySpan<(int, double)>)[(9, Morning), (14, -Morning - Evening), (21, Evening)]
        )
            RateMoment(date, hour, pain + more);
    }

    private void RateMoment(LocalDate date, int hour, double pain)
    {
        var at = _clock.At(date + new LocalTime(hour, _moments.Next(60)));
        var value = Math.Clamp(Math.Round(pain + 1.2 * (_moments.NextDouble() - 0.5)), 0, 10);
        var entry = EntryOf("pain", value, date) with
        {
            Source = Checkins.Moment.Source,
            At = at.ToInstant(),
            Zone = at.Zone.Id,
        };
        _drafts.Add((new Draft("moment", day: date).Add(entry), at.ToInstant()));
    }

    private void MarkPlaces(Draft draft, double pain, LocalDate date)
    {
        foreach (var region in _catalogue.Regions)
            if (_random.Chance(OftenIn(region, pain)))
                Add(draft, Checkins.Checkin.PainArea, 1, date, region.Id);
    }

    private static double OftenIn(BodyRegion region, double pain) =>
        Math.Clamp(
            (pain - 1.5) / 9
                + (region.Group == "axial" && region.CountsForGroup ? 0.3 : 0)
                - (region.Id.StartsWith("jaw", StringComparison.Ordinal) ? 0.3 : 0),
            0,
            0.95
        );

    private void Take(Draft draft, DemoDay day)
    {
        if (day.Number >= DemoBody.MedicineFrom)
            Answer(draft, _nightCourse, day, taken: _random.Chance(0.94));
        if (_random.Chance(day.Pain > 6 ? 0.7 : 0.1))
            Answer(draft, _painkillerCourse, day, taken: true);
        else if (_random.Chance(0.5))
            Answer(draft, _painkillerCourse, day, taken: false);
    }

    /// <summary>Steps by the hour, from eight to eight; the watch was off on one day in twelve.</summary>
    private void Walk(DemoDay day)
    {
        if (_random.Chance(0.08))
            return;
        var expected = 7200 - 380 * day.Pain + (day.Overdid ? 4000 : 0);
        var steps = Math.Max(400, expected * Math.Exp(0.2 * _random.Normal()));
        for (var hour = 8; hour < 20; hour++)
            WalkAnHour(day.Date.At(new LocalTime(hour, 0)), steps / 12);
    }

    private void WalkAnHour(LocalDateTime from, double steps)
    {
        var start = from.InZoneLeniently(_clock.ZoneAt(NoonOf(0))).ToInstant();
        var walked = Math.Round(steps * (0.5 + _random.NextDouble()));
        _steps.Add(new Reading(start, start + Duration.FromHours(1), walked));
    }

    private void Rate(Draft draft, string measure, double value, LocalDate date) =>
        Add(draft, measure, Math.Clamp(Math.Round(value), 0, 10), date);

    private void Add(Draft draft, string id, double value, LocalDate date, string? region = null) =>
        draft.Add(EntryOf(id, value, date) with { Region = region });

    private Entry EntryOf(string id, double value, LocalDate date) =>
        Checkins.Checkin.EntryOf(_catalogue.Find(id)!, value, date, Checkins.Checkin.Source);

    private static void Answer(Draft draft, Course course, DemoDay day, bool taken) =>
        draft.Add(
            new Intake
            {
                TreatmentId = course.TreatmentId,
                CourseId = course.Id,
                Day = day.Date,
                Status = taken ? IntakeStatus.Taken : IntakeStatus.Skipped,
                Source = Checkins.Checkin.Source,
            }
        );

    private void RecordBesides(DemoBesides besides, Questionnaires.Instruments instruments)
    {
        foreach (var (what, day, fact) in besides.Facts(instruments))
            _drafts.Add((new Draft(what, day: day).Add(fact), NoonOf(Period.DaysBetween(_first, day))));
        foreach (var item in besides.Story())
            _drafts.Add((new Draft("history").Add(item), NoonOf(0)));
        foreach (var fact in besides.Visit())
            _drafts.Add((new Draft("visit").Add(fact), NoonOf(SaidOn)));
    }

    private Instant AfternoonOf(int day) => NoonOf(day) + Duration.FromMinutes(_random.Next(480));

    private Instant NoonOf(int day) => _clock.StartOf(_first.PlusDays(day)) + Duration.FromHours(8);
}
