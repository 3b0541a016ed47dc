using Inomya.Journals;
using Inomya.Web.Design;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using NodaTime;
using static Inomya.Web.Days.IsoDay;

namespace Inomya.Web.Treatments;

public sealed partial class TreatmentsPage
{
    private const double MostSevere = 10;

    private Journal _journal = null!;
    private LocalDate _today;
    private IReadOnlyList<(Course Course, Treatment Treatment)> _courses = [];
    private IReadOnlyList<SideEffect> _effects = [];
    private IReadOnlyList<(string Name, string Message)> _errors = [];
    private IFormCollection? _form;

    [SupplyParameterFromQuery] public string? Saved { get; set; }
    [SupplyParameterFromQuery] public bool? Undone { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _journal = await Person.OpenAsync();
        _today = _journal.Today;
        _effects = await _journal.AllAsync<SideEffect>();
        var treatments = (await _journal.AllAsync<Treatment>()).ToDictionary(t => t.Id);
        _courses = [.. (await _journal.AllAsync<Course>()).Where(c => treatments.ContainsKey(c.TreatmentId))
            .Select(c => (c, treatments[c.TreatmentId])).OrderBy(c => c.Item2.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    private async Task AddAsync()
    {
        _form = await FormAsync();
        var wrong = new List<(string, string)>();
        var name = _form["name"].ToString().Trim();
        var (start, end) = (DayOf(_form["start"]), DayOf(_form["end"]));
        if (name.Length == 0) Wrong("name");
        var dose = Above0("dose");
        var times = Above0("times");
        if (dose is not null && string.IsNullOrWhiteSpace(_form["unit"])) Wrong("unit");
        if (start is null) Wrong("start");
        if (_form["end"].ToString().Length > 0 && (end is null || end < start)) Wrong("end");
        var known = _courses.FirstOrDefault(c => string.Equals(c.Treatment.Name, name, StringComparison.OrdinalIgnoreCase)).Treatment;
        if (known is not null && _courses.Any(c => c.Treatment.Id == known.Id && c.Course.Start <= (end ?? LocalDate.MaxIsoValue) && (c.Course.End ?? LocalDate.MaxIsoValue) >= start))
            wrong.Add(("start", Words["treatments.error.overlap"]));
        _errors = wrong;
        if (wrong.Count > 0) return;

        var treatment = known ?? new Treatment
        {
            Name = name, Kind = Enum.TryParse<TreatmentKind>(_form["kind"], out var kind) ? kind : TreatmentKind.Medicine, Purpose = TextOrNull(_form["purpose"]),
        };
        var draft = new Draft("medicine", _form["submission"], _today).Add(new Course
        {
            TreatmentId = treatment.Id, Start = start!.Value, End = end, Dose = dose, DoseUnit = dose is null ? null : TextOrNull(_form["unit"]),
            TimesPerDay = times, AsNeeded = _form.ContainsKey("as-needed"),
        });
        Go(await _journal.RecordAsync(known is null ? draft.Add(treatment) : draft));

        void Wrong(string field) => wrong.Add((field, Words[$"treatments.error.{field}"]));

        double? Above0(string field)
        {
            if (NumberField.TryRead(_form[field], out var value) && value is null or > 0) return value;
            Wrong(field);
            return null;
        }
    }

    private async Task StopAsync()
    {
        var form = await FormAsync();
        if (_courses.FirstOrDefault(c => c.Course.Id == RowForm.RowOf(form)).Course is not { } course)
        {
            Go(null);
            return;
        }
        if (DayOf(form[$"end-{course.Id:N}"]) is not { } end || end < course.Start)
        {
            _errors = [($"end-{course.Id:N}", Words["treatments.error.end"])];
            return;
        }
        Go(await _journal.RecordAsync(new Draft("medicine", form["submission"], _today).Correct(course, course with { End = end, StopReason = TextOrNull(form[$"why-{course.Id:N}"]) })));
    }

    private async Task AddEffectAsync()
    {
        var form = await FormAsync();
        if (_courses.FirstOrDefault(c => c.Treatment.Id == RowForm.RowOf(form)).Treatment is not { } treatment)
        {
            Go(null);
            return;
        }
        var (what, how) = ($"what-{treatment.Id:N}", $"how-{treatment.Id:N}");
        var wrong = new List<(string, string)>();
        if (TextOrNull(form[what]) is null) wrong.Add((what, Words["treatments.error.effect"]));
        if (!NumberField.TryRead(form[how], out var severity) || severity is < 0 or > MostSevere) wrong.Add((how, Words["treatments.error.severity"]));
        _errors = wrong;
        if (wrong.Count > 0) return;
        Go(await _journal.RecordAsync(new Draft("medicine", form["submission"], _today)
            .Add(new SideEffect { TreatmentId = treatment.Id, Day = _today, Text = TextOrNull(form[what])!, Severity = severity })));
    }

    private bool IsNow(Course course) => course.End is null || course.End >= _today;

    private IReadOnlyList<string> EffectsOf(Treatment treatment) => [.. _effects.Where(e => e.TreatmentId == treatment.Id).Select(e => e.Text).Distinct()];

    private string Line(Course course, Treatment treatment)
    {
        var parts = new List<string>();
        if (course.Dose is { } dose) parts.Add($"{Words.Number(dose, 3)} {course.DoseUnit}");
        if (course.AsNeeded) parts.Add(Words["report.medicine.as-needed"]);
        else if (course.TimesPerDay is { } times) parts.Add($"{Words["treatments.times"]}: {Words.Number(times)}");
        parts.Add(course.End is { } end ? Words["report.medicine.until", ("from", course.Start), ("to", end)] : Words["report.medicine.now", ("from", course.Start)]);
        if (course.StopReason is { } why) parts.Add(why);
        if (treatment.Purpose is { } purpose) parts.Add(purpose);
        return string.Join(" · ", parts);
    }

    private IReadOnlyList<Option> Kinds => [.. Enum.GetValues<TreatmentKind>().Select(k => new Option(k.ToString(), Words[$"treatments.kind.{k.ToString().ToLowerInvariant()}"]))];

    private string? Typed(string field) => _form is not null && _form.ContainsKey(field) ? _form[field].ToString() : null;

    private string? ErrorOf(string field) => _errors.FirstOrDefault(e => e.Name == field).Message;

    private Task<IFormCollection> FormAsync() => Request.HttpContext!.Request.ReadFormAsync();

    private void Go(Change? change) => Navigation.NavigateTo($"/treatments?saved={change?.Id.ToString() ?? "same"}");

    private static string? TextOrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
