using Inomya.Checkins;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Vocabulary;
using Inomya.Web.Design;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Web.Checkins;

public sealed partial class CheckinPage
{
    private Journal? _journal;
    private MeasureList _measures = new([]);
    private LocalDate _day;
    private CheckinAnswers _recorded = new(), _yesterday = new();
    private IReadOnlyList<(Course Course, string Name)> _courses = [];
    private IReadOnlyList<(string Name, string Message)> _errors = [];
    private IFormCollection? _form;
    private Guid? _submission;
    private string? _message;

    [Parameter] public string? DayText { get; set; }

    /// <summary>The day that was picked; stands before the address.</summary>
    [SupplyParameterFromQuery(Name = "day")] public string? Picked { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var journal = await Person.OpenAsync();
        var day = (Picked ?? DayText) is { } text ? LocalDatePattern.Iso.Parse(text) : ParseResult<LocalDate>.ForValue(journal.Today);
        if (!day.Success || day.Value > journal.Today || day.Value.Year < 1900) return;
        _day = day.Value;
        _measures = await journal.MeasuresAsync(Catalogue);
        _recorded = await Checkin.RecordedAsync(journal, _day);
        _yesterday = await Checkin.RecordedAsync(journal, _day.PlusDays(-1));
        _courses = await journal.CoursesOnAsync(_day);
        _journal = journal;
    }

    private async Task SaveAsync()
    {
        _form = await Request.HttpContext!.Request.ReadFormAsync();
        var answers = CheckinForm.Read(_form, AllAsked, Catalogue.Regions, [.. _courses.Select(c => c.Course)], out var wrong);
        _errors = [.. wrong.Select(w => (w.Field, Words[$"checkin.error.{w.Why}", ("question", NameOf(w.Question))]))];
        if (_errors.Count == 0) await RecordAsync(answers, "checkin");
        else (_submission, _recorded) = (SubmissionOf(_form), _recorded with { Values = answers.Values, Intakes = answers.Intakes, Note = answers.Note });
    }

    private async Task SaveQuickAsync()
    {
        _form = await Request.HttpContext!.Request.ReadFormAsync();
        var same = _form["quick"] == "same-as-yesterday";
        var answers = same
            ? new CheckinAnswers { Values = _yesterday.Values, Intakes = _yesterday.Intakes.Where(i => _courses.Any(c => c.Course.Id == i.Key)).ToDictionary() }
            : new CheckinAnswers { Values = new Dictionary<Question, double?> { [new("bad_day")] = 1 } };
        await RecordAsync(answers, same ? "same-as-yesterday" : "bad-day");
    }

    private async Task RecordAsync(CheckinAnswers answers, string kind)
    {
        try
        {
            var draft = await Checkin.DraftAsync(_journal!, _measures.Find, _day, answers, SubmissionOf(_form!)?.ToString(), kind);
            var change = draft.IsEmpty ? null : await _journal!.RecordAsync(draft);
            Navigation.NavigateTo($"/days/{Iso(_day)}?saved={change?.Id.ToString() ?? "same"}");
        }
        catch (ChangedMeanwhileException)
        {
            _message = "checkin.changed-meanwhile";
            _recorded = _recorded with { Values = answers.Values, Intakes = answers.Intakes, Note = answers.Note };
        }
    }

    /// <summary>A short form arrives: it is there to take it, also when a second tap finds the day recorded already.</summary>
    private bool IsSent => HttpMethods.IsPost(Request.HttpContext!.Request.Method) && Request.HttpContext.Request.Form["_handler"] == "quick";

    private IReadOnlyList<Measure> AllAsked => [.. _measures.All.Where(m => m.Ask is not null && m.Kind != MeasureKind.Text)];

    private IEnumerable<Measure> Asked(string group) => AllAsked.Where(m => m.Ask == group);

    private double? Recorded(Question question) => _recorded.Values.GetValueOrDefault(question);

    private static Question InRegion(BodyRegion region) => new("pain", region.Id);

    private bool HasStrength(BodyRegion region) => Recorded(InRegion(region)) is not null;

    private bool HasError(BodyRegion region) => ErrorOf(CheckinForm.RegionField(region.Id)) is not null;

    private bool IsFilled(Measure measure) => Recorded(new(measure.Id)) is not null || ErrorOf(CheckinForm.Field(measure.Id)) is not null;

    private IReadOnlyCollection<string> Areas =>
        [.. _recorded.Values.Where(v => v.Key.Measure == Checkin.PainArea && v.Value == 1).Select(v => v.Key.Region!)];

    private bool AllAreas => _recorded.Values.Any(v => v.Key.Measure == Checkin.PainArea && v.Value == 0);

    private IReadOnlyList<Option> DifferentOptions => [.. Asked("different").Where(m => m.Kind == MeasureKind.YesNo).Select(m => new Option(m.Id, NameOf(new(m.Id))))];

    private IReadOnlyCollection<string> Ticked => [.. Asked("different").Where(m => Recorded(new(m.Id)) == 1).Select(m => m.Id)];

    private bool DifferentRest => Asked("different").Any(m => m.Kind == MeasureKind.YesNo && Recorded(new(m.Id)) == 0);

    private IReadOnlyList<Option> IntakeOptions =>
        [.. new[] { IntakeStatus.Taken, IntakeStatus.Late, IntakeStatus.Skipped }.Select(s => new Option(s.ToString(), Words[$"checkin.intake.{s.ToString().ToLowerInvariant()}"])),
         new Option("", Words["checkin.intake.none"])];

    private string NameOf(Question question) =>
        question.Region is { } region ? Words[$"region.{region}"] : _measures.Find(question.Measure) is { } m ? Words.NameOf(m) : question.Measure;

    private string? ErrorOf(string field) => _errors.FirstOrDefault(e => e.Name == field).Message;

    /// <summary>What stood in a field that could not be read, as it was typed.</summary>
    private string? Typed(string field) => ErrorOf(field) is null ? null : _form?[field].ToString();

    private static Guid? SubmissionOf(IFormCollection form) => Guid.TryParse(form["submission"], out var id) ? id : null;

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private RenderFragment QuestionOf(Measure measure) => builder =>
    {
        var field = CheckinForm.Field(measure.Id);
        var value = Recorded(new(measure.Id));
        if (measure is { Kind: MeasureKind.Scale, Scale: { } scale })
        {
            builder.OpenComponent<SeverityScale>(0);
            builder.AddComponentParameter(1, nameof(SeverityScale.Name), field);
            builder.AddComponentParameter(2, nameof(SeverityScale.Label), LabelOf(measure));
            builder.AddComponentParameter(3, nameof(SeverityScale.Low), (int)scale.Low);
            builder.AddComponentParameter(4, nameof(SeverityScale.Top), (int)scale.Top);
            builder.AddComponentParameter(5, nameof(SeverityScale.LowWord), WordOf(measure, "low"));
            builder.AddComponentParameter(6, nameof(SeverityScale.HighWord), WordOf(measure, "high"));
            builder.AddComponentParameter(7, nameof(SeverityScale.Value), (int?)value);
            builder.AddComponentParameter(8, nameof(SeverityScale.Previous), (int?)_yesterday.Values.GetValueOrDefault(new(measure.Id)));
            builder.AddComponentParameter(9, nameof(SeverityScale.PreviousText), _yesterday.Values.GetValueOrDefault(new(measure.Id)) is { } was ? Words["checkin.previous", ("value", was)] : null);
            builder.AddComponentParameter(10, nameof(SeverityScale.HigherIsBetter), measure.Better == Better.Higher);
            builder.AddComponentParameter(11, nameof(SeverityScale.Error), ErrorOf(field));
            builder.CloseComponent();
        }
        else if (measure.Kind == MeasureKind.YesNo)
        {
            builder.OpenComponent<YesNo>(20);
            builder.AddComponentParameter(21, nameof(YesNo.Name), field);
            builder.AddComponentParameter(22, nameof(YesNo.Label), LabelOf(measure));
            builder.AddComponentParameter(23, nameof(YesNo.Value), value is { } v ? v == 1 : (bool?)null);
            builder.CloseComponent();
        }
        else
        {
            builder.OpenComponent<NumberField>(30);
            builder.AddComponentParameter(31, nameof(NumberField.Name), field);
            builder.AddComponentParameter(32, nameof(NumberField.Label), LabelOf(measure));
            builder.AddComponentParameter(33, nameof(NumberField.Value), value);
            builder.AddComponentParameter(34, nameof(NumberField.Typed), Typed(field));
            builder.AddComponentParameter(35, nameof(NumberField.Unit), Words.UnitOf(measure.Unit));
            builder.AddComponentParameter(36, nameof(NumberField.Error), ErrorOf(field));
            builder.CloseComponent();
        }
    };

    private string LabelOf(Measure measure) => WordOf(measure, "ask") ?? Words.NameOf(measure);

    private string? WordOf(Measure measure, string part) => Words.Has($"measure.{measure.Id}.{part}") ? Words[$"measure.{measure.Id}.{part}"] : null;
}
