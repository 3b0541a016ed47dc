using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Medicines;
using Inomya.Treatments;
using Inomya.Web.Design;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Http;
using NodaTime;
using static Inomya.Web.Shell.IsoDay;

namespace Inomya.Web.Treatments;

/// <summary>
/// The fields of a course as a person typed them, what is the matter with them, and the course they make.
/// </summary>
/// <remarks>What was typed stays as it was typed, so that a form with a mistake comes back as it was sent.</remarks>
public sealed partial class CourseForm
{
    public const int Steps = 6;

    /// <summary>"When" of what is done in sessions: only where a course is so already.</summary>
    public const string Session = "session";

    private readonly Dictionary<string, string> _typed = new(StringComparer.Ordinal);
    private readonly List<(string Name, string Message)> _errors = [];

    /// <summary>An empty form that begins today, or the fields of a course.</summary>
    public CourseForm(LocalDate today, Course? course = null, Words? words = null)
    {
        Set("start", Iso(today));
        Set("when", course is null ? "daily" : WhenOf(course));
        if (course is not null)
            Fill(course, words?.Culture ?? CultureInfo.InvariantCulture);
    }

    /// <summary>What was sent.</summary>
    public CourseForm(IFormCollection form)
    {
        foreach (var (name, values) in form)
            Set(name, string.Join(',', values.ToArray()));
    }

    public IReadOnlyList<(string Name, string Message)> Errors => _errors;

    public string? this[string field] => _typed.GetValueOrDefault(field);

    public IReadOnlyCollection<string> Weekdays =>
        (this["weekdays"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);

    public string? ErrorOf(string field) => _errors.ErrorOf(field);

    public void Wrong(string field, string message) => _errors.Add((field, message));

    /// <summary>The same form with one field filled in.</summary>
    public CourseForm With(string field, string value)
    {
        Set(field, value);
        return this;
    }

    /// <summary>
    /// Two courses of one treatment on the same day; one may be by the clock and the other as needed.
    /// </summary>
    public static bool Overlap(Course one, Course other) =>
        one.Id != other.Id
        && one.TreatmentId == other.TreatmentId
        && one.AsNeeded == other.AsNeeded
        && one.Start <= (other.End ?? LocalDate.MaxIsoValue)
        && (one.End ?? LocalDate.MaxIsoValue) >= other.Start;

    /// <summary>The course; null when <see cref="Errors"/> says why not.</summary>
    public Course? Read(Guid treatment, Words words, DoseUnits units)
    {
        var (start, end) = ReadDays(words);
        var schedule = Schedule(words, units);
        if (start is { } first)
            TellProblems(schedule, first, end, words);
        return _errors.Count > 0
            ? null
            : new Course
            {
                TreatmentId = treatment,
                Start = start!.Value,
                End = end,
                Form = Known(this["form"], Forms),
                Route = Known(this["route"], Routes),
                Schedule = schedule,
            };
    }

    private (LocalDate? Start, LocalDate? End) ReadDays(Words words)
    {
        var (start, end) = (DayOf(this["start"]), DayOf(this["end"]));
        if (start is null)
            Wrong("start", words["treatments.error.start"]);
        if (!string.IsNullOrEmpty(this["end"]) && (end is null || end < start))
            Wrong("end", words["treatments.error.end"]);
        return (start, end);
    }

    /// <summary>What looks like a slip in what was typed, to be said yes to before it is kept.</summary>
    public IReadOnlyList<string> Doubts { get; private set; } = [];

    /// <summary>What the form sends as "sure": it names the doubts, so that other ones are asked about again.</summary>
    public string DoubtsKey =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Doubts))));

    public bool IsSure => this["sure"] == DoubtsKey;

    /// <summary>
    /// Asks "Is that right?" where a dose or how often it comes is far from what is usual; false when it has to be
    /// asked first.
    /// </summary>
    public bool AskIfSure(Treatment treatment, Course course, MedicineCatalogue medicines, Words words)
    {
        if (treatment.Kind is not (TreatmentKind.Medicine or TreatmentKind.Supplement))
            return true;
        Doubts = DoubtsOf(treatment, course, medicines, words);
        if (Doubts.Count == 0 || IsSure)
            return true;
        Wrong("sure", words["dosing.sure.error"]);
        return false;
    }

    private static IReadOnlyList<string> DoubtsOf(
        Treatment treatment,
        Course course,
        MedicineCatalogue medicines,
        Words words
    )
    {
        var say = new MedicineCheckWords(medicines, words);
        var slips = SlipsIn(treatment, course, medicines).Select(say.Text).Distinct();
        return course.Schedule.Unit is { } unit && medicines.Units.CodeOf(unit) is null
            ? [words["dosing.unknown-unit", ("unit", unit)], .. slips]
            : [.. slips];
    }

    /// <summary>Looked for on each day that the dose changes.</summary>
    private static IEnumerable<MedicineFinding> SlipsIn(Treatment treatment, Course course, MedicineCatalogue medicines)
    {
        var check = new MedicineCheck(medicines);
        return course
            .Schedule.Steps.Select(s => s.From)
            .Prepend(course.Start)
            .SelectMany(day =>
                CurrentMedicines.Of([treatment], [course], day, medicines).SelectMany(m => check.Slips(m, day))
            );
    }

    /// <summary>
    /// Dose forms and ways of taking that can be chosen; last parts of dose-form.KEY and dose-route.KEY.
    /// </summary>
    public static IReadOnlyList<string> Forms { get; } =
    ["tablet", "capsule", "drops", "liquid", "patch", "cream", "spray", "injection", "other"];

    public static IReadOnlyList<string> Routes { get; } =
    ["oral", "sublingual", "topical", "transdermal", "nasal", "inhaled", "injection", "rectal"];

    private DoseSchedule Schedule(Words words, DoseUnits units)
    {
        if (this["when"] == Session)
            return new DoseSchedule { BySession = true, AsNeeded = this["session-needed"] == "1" };
        var needed = this["when"] == "needed";
        var times = needed ? [] : ReadTimes(words);
        var dose = DoseIn("dose", words);
        var amount = new DoseSchedule
        {
            FirstDose = dose,
            Unit = UnitOf(dose, words, units),
            Steps = StepsOf(),
        };
        var schedule = needed ? AsNeeded(amount, words) : ByPlan(amount, times, words);
        if (schedule.Steps.Count > 0 && dose is null)
            Wrong("dose", words["treatments.error.step-dose"]);
        return schedule;
    }

    private IReadOnlyList<LocalTime>? ReadTimes(Words words)
    {
        var times = WrittenTimes.In(this["times"]);
        if (times is null)
            Wrong("times", words["treatments.error.at"]);
        return times;
    }

    private DoseSchedule AsNeeded(DoseSchedule amount, Words words)
    {
        var schedule = amount with
        {
            AsNeeded = true,
            EveryDays = 1,
            MostPerDay = Whole("most"),
            HoursApart = Number("apart", words),
        };
        if (schedule.MostPerDay is null && !string.IsNullOrWhiteSpace(this["most"]))
            Wrong("most", words["treatments.error.most"]);
        return schedule;
    }

    private DoseSchedule ByPlan(DoseSchedule amount, IReadOnlyList<LocalTime>? times, Words words) =>
        amount with
        {
            Times = times ?? [],
            TimesPerDay = times is { Count: 0 } ? Number("count", words) : null,
            EveryDays = this["when"] == "every" ? Whole("every") ?? 0 : 1,
            Weekdays = this["when"] == "weekdays" ? WeekdaysOf(words) : [],
        };

    private void TellProblems(DoseSchedule schedule, LocalDate start, LocalDate? end, Words words)
    {
        var problems = schedule.Problems(start, end).ToHashSet();
        foreach (var problem in problems.Where(p => p != "steps" && ErrorOf(p) is null))
            Wrong(problem, words[problem == "times" ? "treatments.error.at" : $"treatments.error.{problem}"]);
        if (StepProblem || problems.Contains("steps"))
            Wrong("step-day-1", words["treatments.error.steps"]);
    }

    private string? UnitOf(double? dose, Words words, DoseUnits units)
    {
        if (dose is null)
            return null;
        if (this["unit"]?.Trim() is not { Length: > 0 } written)
        {
            Wrong("unit", words["treatments.error.unit"]);
            return null;
        }
        var code = units.CodeOf(written);
        if (code is not null)
            TellIfAbsurd(new Amount(dose.Value, code), words, units);
        return code ?? written;
    }

    private void TellIfAbsurd(Amount dose, Words words, DoseUnits units)
    {
        if (units.IsAbsurd(dose))
            Wrong("dose", words["dosing.error.absurd", ("dose", words.Dose(dose.Value, dose.Unit))]);
    }

    private IReadOnlyList<IsoDayOfWeek> WeekdaysOf(Words words)
    {
        var days = Weekdays
            .Select(d => Enum.TryParse<IsoDayOfWeek>(d, out var day) && Enum.IsDefined(day) ? day : IsoDayOfWeek.None)
            .Where(d => d != IsoDayOfWeek.None)
            .Distinct()
            .ToList();
        if (days.Count == 0)
            Wrong("weekdays", words["treatments.error.weekdays"]);
        return days;
    }

    /// <summary>A dose; "1,000" could be one or a thousand, so it is asked, never guessed.</summary>
    private double? DoseIn(string field, Words words)
    {
        if (!MayBeThousands(field))
            return Number(field, words);
        Wrong(field, words["dosing.error.thousands", ("typed", this[field]!.Trim())]);
        return null;
    }

    private double? Number(string field, Words words)
    {
        if (NumberField.TryRead(this[field], out var value))
            return value;
        Wrong(field, words[$"treatments.error.{field}"]);
        return null;
    }

    /// <summary>A step with a day but no dose, or the other way round, is a slip; an empty line is none.</summary>
    private bool StepProblem => Enumerable.Range(1, Steps).Any(n => IsHalfTyped(n) || MayBeThousands($"step-dose-{n}"));

    private bool IsHalfTyped(int step)
    {
        var (day, dose) = (this[$"step-day-{step}"], this[$"step-dose-{step}"]);
        var hasDose = NumberField.TryRead(dose, out var number) && number is >= 0;
        return DayOf(day) is null == hasDose || (string.IsNullOrEmpty(day) && !string.IsNullOrWhiteSpace(dose));
    }

    private bool MayBeThousands(string field) => ThousandsPattern().IsMatch(this[field]?.Trim() ?? "");

    private IReadOnlyList<DoseStep> StepsOf() =>
        [
            .. from n in Enumerable.Range(1, Steps)
            let day = DayOf(this[$"step-day-{n}"])
            let dose = NumberField.TryRead(this[$"step-dose-{n}"], out var d) ? d : null
            where day is not null && dose is >= 0
            select new DoseStep(day!.Value, dose!.Value),
        ];

    private int? Whole(string field) =>
        NumberField.TryRead(this[field], out var value)
        && value is { } number
        && number == Math.Floor(number)
        && Math.Abs(number) < 1000
            ? (int)number
            : null;

    private void Set(string field, string? value)
    {
        if (value is not null)
            _typed[field] = value;
    }

    private void Fill(Course course, CultureInfo culture)
    {
        Set("form", course.Form);
        Set("route", course.Route);
        Set("end", Iso(course.End));
        Fill(course.Schedule, culture);
        FillSteps(course.Schedule.Steps, culture);
    }

    private void FillSteps(IEnumerable<DoseStep> steps, CultureInfo culture)
    {
        foreach (var (step, n) in steps.Take(Steps).Select((s, i) => (s, i + 1)))
        {
            Set($"step-day-{n}", Iso(step.From));
            Set($"step-dose-{n}", Shown(step.Dose, culture));
        }
    }

    private void Fill(DoseSchedule schedule, CultureInfo culture)
    {
        Set("dose", Shown(schedule.FirstDose, culture));
        Set("session-needed", schedule is { BySession: true, AsNeeded: true } ? "1" : null);
        Set("unit", schedule.Unit);
        Set("times", string.Join(", ", schedule.Times.Select(t => t.ToString("HH:mm", CultureInfo.InvariantCulture))));
        Set("count", schedule.Times.Count > 0 ? null : Shown(schedule.TimesPerDay, culture));
        Set("every", schedule.EveryDays > 1 ? Shown(schedule.EveryDays, culture) : null);
        Set("weekdays", string.Join(',', schedule.Weekdays));
        Set("most", Shown(schedule.MostPerDay, culture));
        Set("apart", Shown(schedule.HoursApart, culture));
    }

    private static string? Shown(double? number, CultureInfo culture) => number?.ToString("0.####", culture);

    private static string WhenOf(Course course)
    {
        var schedule = course.Schedule;
        return schedule.BySession ? Session
            : course.AsNeeded ? "needed"
            : schedule.EveryDays > 1 ? "every"
            : schedule.Weekdays.Count > 0 ? "weekdays"
            : "daily";
    }

    private static string? Known(string? value, IReadOnlyList<string> known) =>
        value is not null && known.Contains(value) ? value : null;

    [GeneratedRegex(@"^[1-9]\d{0,2}([.,]\d{3})+$")]
    private static partial Regex ThousandsPattern();
}
