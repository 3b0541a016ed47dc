using Inomya.Checkins;
using Inomya.Content;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Series;
using Inomya.Visits;
using Inomya.Vocabulary;
using Inomya.Web.Checkins;
using Inomya.Web.Design;
using Inomya.Web.Offline;
using Inomya.Web.Shell;
using Inomya.WeeklyReviews;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Inomya.Web.Today;

public sealed partial class TodayPage
{
    private const int Fortnight = 14;

    /// <summary>With "the rest as before" and "save", a usual day is so many taps and two more.</summary>
    private const int AskedHere = 2;

    private DayRead _read = null!;
    private Habits _habits = null!;
    private MeasureList _measures = new([]);
    private LocalDate _today;
    private CheckinAnswers _recorded = new();
    private (LocalDate Day, CheckinAnswers Answers)? _last;
    private IReadOnlyList<UsualDay> _usual = [];
    private IReadOnlyList<Measure> _short = [];
    private DayColumn? _outcome;
    private RecordedDays? _fortnight;
    private DayFormResult? _result;
    private Guid? _submission;
    private string? _seen;
    private TrackingProtocol? _tracking;

    [SupplyParameterFromQuery]
    public string? Saved { get; set; }

    [SupplyParameterFromQuery]
    public bool? Undone { get; set; }

    protected override async Task LoadAsync()
    {
        var journal = await Person.OpenAsync();
        _today = journal.Today;
        _read = await journal.DayAsync(_today);
        _measures = MeasureList.Of(Catalogue, _read.OwnMeasures);
        _habits = new Habits(_read);
        _recorded = Checkin.Recorded(_read);
        _last = Checkin.LastBefore(_read);
        _seen = CheckinForm.Write(_recorded);
        _usual = UsualDay.Of(_read, _measures);
        _short = [.. Tracked.InOrder(_measures.All, _read.Settings).Where(IsShort).Take(AskedHere)];
        _tracking = (await new TrackingBook(journal, Catalogue, Weekly).CurrentAsync())?.Plan;
        _outcome = IsBadDay ? null : OutcomeOf(_read);
    }

    /// <summary>A core question with answers to show first, whose answer is not the same every day.</summary>
    private bool IsShort(Measure measure) =>
        measure is { Ask: "core", Kind: MeasureKind.Scale }
        && Tracked.Is(measure, _read.Settings)
        && _habits.Likely(measure.Id).Count > 0
        && _habits.Steady(measure.Id) is null;

    private DayColumn? OutcomeOf(DayRead read)
    {
        if (DaySeriesReader.Of(read, _measures, Fortnight) is not { } series)
            return null;
        var outcome = JournalFindings.OutcomeOf(
            series,
            read.Settings.GetValueOrDefault(JournalFindings.OutcomeSetting)
        );
        _fortnight = RecordedDays.Of(series, outcome);
        return outcome;
    }

    private bool IsRecorded => _recorded.Values.Count > 0;

    /// <summary>What was sent comes back: a mistake in it, or two answers to choose from.</summary>
    private bool HasToDecide => _result is { Errors.Count: > 0 } or { Conflicts.Count: > 0 };

    /// <summary>Two questions are answered here; also when what was sent has to be decided.</summary>
    private bool AsksHere => HasToDecide || (!IsRecorded && _short.Count > 0 && NextAsked is null);

    private string DosesText =>
        Words[
            _read.Courses.Any(c => c.Course is { AsNeeded: true, Schedule.HasDoses: true }) ? "today.doses.needed"
            : DayCourses.Due(_read).Count > 0 && !HasOpenDoses ? "today.doses.done"
            : "today.doses"
        ];

    private bool HasOpenDoses => DayCourses.Due(_read).Any(p => DayCourses.IsOpen(_read, p.Course));

    private bool IsBadDay => _recorded.Values.GetValueOrDefault(new("bad_day")) == 1;

    private bool IsYesterday => _last?.Day == _today.PlusDays(-1);

    /// <summary>
    /// Whoever wants to be asked once a week is left alone until then; null when today is a day to ask.
    /// </summary>
    /// <remarks>While "does tracking harm me?" goes on, its order says so.</remarks>
    private LocalDate? NextAsked =>
        _tracking?.BlockOn(_today) is null ? Rhythm.NextAsked(_read) : _tracking.NextAsked(_today);

    private bool HidesNumbers => AskedQuestions.HidesNumbers(_read.Settings);

    private IReadOnlyList<(string, string)> Errors =>
        [
            .. (_result?.Errors ?? []).Select(e =>
                (e.Field, Words[$"checkin.error.{e.Why}", ("question", Words.NameOf(e.Question, _measures))])
            ),
        ];

    private string? LastText(Measure measure) =>
        _last?.Answers.Values.GetValueOrDefault(new(measure.Id)) is { } was
            ? Words[IsYesterday ? "checkin.previous" : "checkin.previous.on", ("value", was), ("day", _last.Value.Day)]
            : null;

    private async Task AnswerAgreementAsync()
    {
        var book = new AgreementBook(await Person.OpenAsync(), VisitRules, Slip);
        await NextSteps.AnswerAsync(book, await Request.HttpContext!.Request.ReadFormAsync());
        Navigation.NavigateTo("/");
    }

    private async Task NoWelcomeAsync()
    {
        await FirstStart.DoneAsync(await Person.OpenAsync());
        Navigation.NavigateTo("/");
    }

    private async Task PutOffWeekAsync()
    {
        await WeeklyPrompt.DoneAsync(await Person.OpenAsync());
        Navigation.NavigateTo("/");
    }

    private async Task PutOffAsync()
    {
        var form = await Request.HttpContext!.Request.ReadFormAsync();
        await NextSteps.PutOffAsync(await Person.OpenAsync(), Steps, form[NextSteps.Field]);
        Navigation.NavigateTo("/");
    }

    private async Task TakeAsync()
    {
        var form = await Request.HttpContext!.Request.ReadFormAsync();
        _result = await Forms.TakeAsync(form);
        if (_result.IsTaken)
            Navigation.NavigateTo($"/?{Done.Query(_result.Change)}");
        else
            (_submission, _seen) = (SubmissionId.Of(form), form[KeptFields.Seen].ToString());
    }
}
