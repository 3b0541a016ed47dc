using Inomya.Checkins;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Medicines;
using Inomya.Treatments;
using Inomya.Vocabulary;
using Inomya.Web.Design;
using Inomya.Web.Offline;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using NodaTime;
using static Inomya.Web.Shell.IsoDay;

namespace Inomya.Web.Checkins;

public sealed partial class CheckinPage
{
    private DayRead? _read;
    private Habits _habits = null!;
    private MeasureList _measures = new([]);
    private LocalDate _day,
        _today;
    private CheckinAnswers _recorded = new(),
        _now = new();
    private (LocalDate Day, CheckinAnswers Answers)? _last;
    private IReadOnlyList<(Course Course, string Name)> _courses = [],
        _due = [],
        _byDose = [];
    private IReadOnlyList<Measure> _steady = [],
        _resting = [],
        _notToday = [];
    private AskedByValue? _byValue;
    private IReadOnlyList<(string Name, string Message)> _errors = [];
    private DayFormResult? _result;
    private IFormCollection? _form;
    private Guid? _submission;

    /// <summary>Only of today, where something is taken as needed.</summary>
    private RecentDoses? _recent;
    private Journal? _recentAt;
    private string? _message,
        _seen;

    [Inject]
    private MedicineCatalogue Medicines { get; set; } = null!;

    [Parameter]
    public string? DayText { get; set; }

    /// <summary>The day that was picked; stands before the address.</summary>
    [SupplyParameterFromQuery(Name = "day")]
    public string? Picked { get; set; }

    protected override async Task LoadAsync()
    {
        var journal = await Person.OpenAsync();
        _today = journal.Today;
        if (DayAskedFor is not { } day)
        {
            NotHere();
            return;
        }
        _day = day;
        _read = await journal.DayAsync(_day);
        TakeUp(_read);
        if (_day == _today && _courses.Any(c => c.Course.AsNeeded))
            (_recent, _recentAt) = (await RecentDoses.ReadAsync(journal, Medicines), journal);
        _steady = [.. AllAsked.Where(m => IsFolded(m) && _habits.Steady(m.Id) is not null)];
        _notToday = [.. AllAsked.Where(m => !IsFilled(m) && IsLeftOut(m)).Except(_steady)];
        _resting =
        [
            .. AllAsked.Where(m => IsFolded(m) && IsResting(m, _read.Settings)).Except([.. _steady, .. _notToday]),
        ];
    }

    /// <summary>Null where there is no such day to fill in.</summary>
    private LocalDate? DayAskedFor =>
        ((Picked ?? DayText) is { } text ? DayOf(text) : _today) is { Year: >= 1900 } day && day <= _today ? day : null;

    private void TakeUp(DayRead read)
    {
        _measures = MeasureList.Of(Catalogue, read.OwnMeasures);
        _habits = new Habits(read);
        _byValue = AskedByValue.Of(read.Settings);
        _recorded = _now = Checkin.Recorded(read);
        (_courses, _byDose) = (DayCourses.Asked(read), DayCourses.ByDose(read));
        _due = [.. _courses.Where(c => DayCourses.IsDue(c.Course, _day))];
        _last = Checkin.LastBefore(read);
        _seen = CheckinForm.Write(_now);
    }

    /// <summary>The person chose not to be asked it first, or left it empty again and again.</summary>
    private bool IsResting(Measure measure, IReadOnlyDictionary<SettingKey, string> settings) =>
        !Tracked.Is(measure, settings) || (WhyAsked(measure) is null && _habits.IsLeftEmpty(measure.Id));

    /// <summary>Others of the person's own tell more on this day.</summary>
    private bool IsLeftOut(Measure measure) => _byValue?.LeavesOut(_day, measure.Id) is true;

    /// <summary>Null where all are asked, and of a question that always is.</summary>
    private string? WhyAsked(Measure measure) =>
        _byValue?.WhyOn(_day, measure.Id) is { } reason
        && _measures.Find(ColumnName.Parse(_byValue.Outcome).Measure) is { } outcome
            ? Words.WhyAsked(measure, reason, outcome)
            : null;

    /// <summary>It is folded away below where the person's habit lets it; never with an answer in it.</summary>
    private bool IsFolded(Measure measure) => measure.Kind != MeasureKind.YesNo && !IsFilled(measure);

    /// <summary>What to know before one more is taken; "as needed" where nothing speaks against it.</summary>
    private string? HintOf(Course course)
    {
        if (!course.AsNeeded)
            return null;
        var warnings =
            _recent is { } recent && _recentAt is { } journal
                ? Words.Sentences(recent.Of(course), journal.Now, at =>
                    Words.Clock(at.InZone(journal.Days.ZoneAt(at)).TimeOfDay)
                )
                : [];
        return string.Join(" ", warnings.Prepend(Words["checkin.medicines.as-needed"]));
    }

    private async Task TakeAsync()
    {
        _form = await Request.HttpContext!.Request.ReadFormAsync();
        _result = await TakenAsync(_form);
        if (_result.IsTaken)
        {
            Navigation.NavigateTo($"/days/{Iso(_result.Day)}?{Done.Query(_result.Change)}");
            return;
        }
        if (_result.IsAhead)
            _message = "checkin.no-such-day";
        else if (_result.IsChanged)
            _message = "checkin.changed-meanwhile";
        _errors = [.. _result.Errors.Select(e => (e.Field, TextOf(e.Field, e.Question, e.Why)))];
        ShowAgain(_form, _result.Given);
    }

    private async Task<DayFormResult> TakenAsync(IFormCollection form)
    {
        try
        {
            return await Forms.TakeAsync(form);
        }
        catch (ChangedMeanwhileException)
        {
            return new(_day, null) { IsChanged = true };
        }
    }

    private string TextOf(string field, Question question, string why) =>
        Words[
            $"checkin.error.{why}",
            ("question", field == CheckinForm.Said ? question.Measure : Words.NameOf(question, _measures))
        ];

    /// <summary>The form as it was sent, with what the day held when it was made.</summary>
    private void ShowAgain(IFormCollection form, CheckinAnswers given)
    {
        _recorded = _recorded with { Values = given.Values, Intakes = given.Intakes, Note = given.Note };
        _submission = SubmissionId.Of(form);
        _seen = form[KeptFields.Seen].ToString() is { Length: > 0 } seen ? seen : _seen;
    }

    private async Task SetRhythmAsync()
    {
        var form = await Request.HttpContext!.Request.ReadFormAsync();
        await (await Person.OpenAsync()).SetAsync(
            Rhythm.Setting,
            form[Rhythm.Setting.Name] == Rhythm.Weekly ? Rhythm.Weekly : Rhythm.Daily
        );
        Navigation.NavigateTo("/");
    }

    /// <summary>
    /// A short form arrives: it is there to take it, also when a second tap finds the day recorded already.
    /// </summary>
    private bool IsSent =>
        HttpMethods.IsPost(Request.HttpContext!.Request.Method)
        && Request.HttpContext.Request.Form["_handler"] == DayForms.Quick;

    private bool IsDayBefore => _last?.Day == _day.PlusDays(-1);

    private IEnumerable<Measure> AllAsked => _measures.All.Where(m => m.Ask is not null && m.Kind != MeasureKind.Text);

    /// <summary>The questions of a group, without those that are folded away below.</summary>
    private IEnumerable<Measure> Asked(string group) =>
        Tracked
            .InOrder(AllAsked, _read!.Settings)
            .Where(m => m.Ask == group && !_steady.Contains(m) && !_resting.Contains(m) && !_notToday.Contains(m));

    private IEnumerable<Measure> Different => AllAsked.Where(m => m.Ask == "different");

    private double? Recorded(Question question) => _recorded.Values.GetValueOrDefault(question);

    private static Question InRegion(BodyRegion region) => new("pain", region.Id);

    private bool HasStrength(BodyRegion region) => Recorded(InRegion(region)) is not null;

    private bool HasError(BodyRegion region) => _errors.ErrorOf(CheckinForm.RegionField(region.Id)) is not null;

    private bool IsFilled(Measure measure) =>
        Recorded(new(measure.Id)) is not null || _errors.ErrorOf(CheckinForm.Field(measure.Id)) is not null;

    private IReadOnlyCollection<string> Areas =>
        [.. _recorded.Values.Where(v => v.Key.Measure == Checkin.PainArea && v.Value == 1).Select(v => v.Key.Region!)];

    private bool AllAreas => _recorded.Values.Any(v => v.Key.Measure == Checkin.PainArea && v.Value == 0);

    private IReadOnlyList<Option> DifferentOptions =>
        [.. Different.Where(m => m.Kind == MeasureKind.YesNo).Select(m => new Option(m.Id, Words.NameOf(m)))];

    private IReadOnlyCollection<string> Ticked => [.. Different.Where(m => Recorded(new(m.Id)) == 1).Select(m => m.Id)];

    private bool DifferentRest => Different.Any(m => m.Kind == MeasureKind.YesNo && Recorded(new(m.Id)) == 0);

    private IReadOnlyList<Option> IntakeOptions =>
        [
            .. new[] { IntakeStatus.Taken, IntakeStatus.Late, IntakeStatus.Skipped }.Select(s => new Option(
                s.ToString(),
                Words[$"checkin.intake.{s.ToString().ToLowerInvariant()}"]
            )),
            new Option("", Words["checkin.intake.none"]),
        ];

    private IReadOnlyList<Option> RhythmOptions =>
        [
            new(Rhythm.Daily, Words["checkin.rhythm.daily"]),
            new(Rhythm.Weekly, Words["checkin.rhythm.weekly"], Words["checkin.rhythm.weekly.hint"]),
        ];

    /// <summary>What stood in a field that could not be read, as it was typed.</summary>
    private string? Typed(string field) => _errors.ErrorOf(field) is null ? null : _form?[field].ToString();

    private RenderFragment QuestionOf(Measure measure) =>
        builder =>
        {
            var was = _last?.Answers.Values.GetValueOrDefault(new(measure.Id));
            var field = CheckinForm.Field(measure.Id);
            builder.OpenComponent<MeasureQuestion>(0);
            builder.AddComponentParameter(1, nameof(MeasureQuestion.Measure), measure);
            builder.AddComponentParameter(2, nameof(MeasureQuestion.Value), Recorded(new(measure.Id)));
            builder.AddComponentParameter(3, nameof(MeasureQuestion.Previous), was);
            builder.AddComponentParameter(4, nameof(MeasureQuestion.PreviousText), PreviousText(was));
            builder.AddComponentParameter(5, nameof(MeasureQuestion.Typed), Typed(field));
            builder.AddComponentParameter(6, nameof(MeasureQuestion.Hint), WhyAsked(measure));
            builder.AddComponentParameter(7, nameof(MeasureQuestion.Error), _errors.ErrorOf(field));
            builder.CloseComponent();
        };

    private string? PreviousText(double? was) =>
        was is null
            ? null
            : Words[
                IsDayBefore ? "checkin.previous" : "checkin.previous.on",
                ("value", was),
                ("day", _last!.Value.Day)
            ];
}
