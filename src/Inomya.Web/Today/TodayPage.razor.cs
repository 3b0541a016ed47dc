using Inomya.Checkins;
using Inomya.Content;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Series;
using Inomya.Treatments;
using Inomya.Vocabulary;
using Microsoft.AspNetCore.Components;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Web.Today;

public sealed partial class TodayPage
{
    private const int Fortnight = 14;

    private Journal _journal = null!;
    private MeasureList _measures = new([]);
    private LocalDate _today;
    private CheckinAnswers _recorded = new(), _yesterday = new();
    private IReadOnlyList<(Course Course, string Name)> _planned = [];
    private Flare? _flare;
    private DayColumn? _outcome;

    [SupplyParameterFromQuery] public string? Saved { get; set; }
    [SupplyParameterFromQuery] public bool? Undone { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _journal = await Person.OpenAsync();
        _today = _journal.Today;
        _measures = await _journal.MeasuresAsync(Catalogue);
        _recorded = await Checkin.RecordedAsync(_journal, _today);
        _yesterday = await Checkin.RecordedAsync(_journal, _today.PlusDays(-1));
        _planned = [.. (await _journal.CoursesOnAsync(_today)).Where(c => DoseSchedule.Of(c.Course).CountOn(c.Course, _today) > 0)];
        _flare = (await _journal.AllAsync<Flare>()).FirstOrDefault(f => f.Covers(_today));
        if (await DaySeriesReader.ReadAsync(_journal, Catalogue, _today.PlusDays(1 - Fortnight), _today) is { } series)
            _outcome = JournalFindings.OutcomeOf(series, (await _journal.SettingsAsync()).GetValueOrDefault(JournalFindings.OutcomeSetting));
    }

    /// <summary>A form arrives: every form is there to take it, also one that a second tap finds done already.</summary>
    private bool IsSent => Microsoft.AspNetCore.Http.HttpMethods.IsPost(Request.HttpContext!.Request.Method);

    private IReadOnlyList<(string Name, string Value)> Facts =>
        [.. from measure in _measures.All
            where measure.Ask == "core" && _recorded.Values.GetValueOrDefault(new(measure.Id)) is not null
            select (Words.NameOf(measure), Words.ValueOf(measure, _recorded.Values[new(measure.Id)]!.Value, measure.Scale, measure.Unit))];

    private async Task SaveQuickAsync()
    {
        var form = await FormAsync();
        var same = form["quick"] == "same-as-yesterday";
        var answers = same
            ? new CheckinAnswers { Values = _yesterday.Values, Intakes = _yesterday.Intakes.Where(i => _planned.Any(c => c.Course.Id == i.Key)).ToDictionary() }
            : new CheckinAnswers { Values = new Dictionary<Question, double?> { [new("bad_day")] = 1 } };
        await SaveAsync(answers, form["submission"], same ? "same-as-yesterday" : "bad-day");
    }

    private async Task SaveTakenAsync()
    {
        var form = await FormAsync();
        await SaveAsync(new CheckinAnswers { Intakes = _planned.ToDictionary(p => p.Course.Id, _ => (IntakeStatus?)IntakeStatus.Taken) }, form["submission"], "intake");
    }

    private async Task SaveAsync(CheckinAnswers answers, string? submission, string kind)
    {
        var draft = await Checkin.DraftAsync(_journal, _measures.Find, _today, answers, submission, kind);
        Go(draft.IsEmpty ? null : await _journal.RecordAsync(draft));
    }

    private async Task BeginFlareAsync() =>
        Go(_flare is not null ? null : await _journal.RecordAsync(new Draft("flare", (await FormAsync())["submission"], _today).Add(new Flare { Start = _today })));

    private async Task EndFlareAsync() =>
        Go(_flare is null ? null : await _journal.RecordAsync(new Draft("flare", (await FormAsync())["submission"], _today).Correct(_flare, _flare with { End = _today })));

    private Task<Microsoft.AspNetCore.Http.IFormCollection> FormAsync() => Request.HttpContext!.Request.ReadFormAsync();

    private void Go(Change? change) => Navigation.NavigateTo($"/?saved={change?.Id.ToString() ?? "same"}");

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
