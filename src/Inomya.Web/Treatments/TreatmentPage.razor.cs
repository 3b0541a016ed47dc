using Inomya.Journals;
using Inomya.Treatments;
using Inomya.Web.Design;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using NodaTime;
using static Inomya.Web.Shell.IsoDay;

namespace Inomya.Web.Treatments;

public sealed partial class TreatmentPage
{
    private const double MostSevere = 10;
    private const int UsualLeadDays = 7,
        MostLeadDays = 90,
        SessionsShown = 20,
        LongestMinutes = 1440;

    private Journal _journal = null!;
    private LocalDate _today;
    private Treatment? _treatment;
    private IReadOnlyList<Course> _courses = [];
    private IReadOnlyList<SideEffect> _effects = [];
    private IReadOnlyList<Intake> _sessions = [];
    private IReadOnlyDictionary<Guid, Cost> _costs = new Dictionary<Guid, Cost>();
    private StockLeft? _stock;
    private string? _currency;
    private IReadOnlyList<(string Name, string Message)> _errors = [];
    private IFormCollection? _form;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery]
    public string? Saved { get; set; }

    [SupplyParameterFromQuery]
    public bool? Undone { get; set; }

    private string Here => $"/treatments/{Id}";

    private bool IsMedicine => _treatment!.Kind is TreatmentKind.Medicine or TreatmentKind.Supplement;

    protected override async Task LoadAsync()
    {
        _journal = await Person.OpenAsync();
        _today = _journal.Today;
        _treatment = await _journal.FindAsync<Treatment>(Id);
        if (_treatment is null)
        {
            Navigation.NotFound();
            return;
        }
        _courses =
        [
            .. (await _journal.AllAsync<Course>()).Where(c => c.TreatmentId == Id).OrderByDescending(c => c.Start),
        ];
        _effects =
        [
            .. (await _journal.AllAsync<SideEffect>()).Where(e => e.TreatmentId == Id).OrderByDescending(e => e.Day),
        ];
        if (IsMedicine)
        {
            var counts = (await _journal.AllAsync<StockCount>()).Where(c => c.TreatmentId == Id).ToList();
            if (counts.Count > 0)
                _stock = Stock.Of(
                    _treatment,
                    counts,
                    _courses,
                    await _journal.IntakesAsync(counts.Min(c => c.Day), _today),
                    _today,
                    _journal.Days
                );
            return;
        }
        _sessions =
        [
            .. (await _journal.AllAsync<Intake>())
                .Where(i => i.TreatmentId == Id && i.Source == DayDoses.SessionSource)
                .OrderByDescending(i => i.Day)
                .Take(SessionsShown),
        ];
        var costs = await _journal.AllAsync<Cost>();
        _costs = costs.ToDictionary(c => c.Id);
        _currency = costs.OrderBy(c => c.Day).LastOrDefault(c => c.Currency is not null)?.Currency;
    }

    private async Task StopAsync()
    {
        _form = await FormAsync();
        if (_courses.FirstOrDefault(c => c.Id == RowForm.RowOf(_form)) is not { } course)
        {
            Go(null);
            return;
        }
        if (DayOf(_form[$"end-{course.Id:N}"]) is not { } end || end < course.Start)
        {
            _errors = [($"end-{course.Id:N}", Words["treatments.error.end"])];
            return;
        }
        Go(
            await _journal.RecordAsync(
                Draft().Correct(course, course with { End = end, StopReason = TextOrNull($"why-{course.Id:N}") })
            )
        );
    }

    private async Task AddEffectAsync()
    {
        _form = await FormAsync();
        var wrong = new List<(string, string)>();
        if (TextOrNull("what") is null)
            wrong.Add(("what", Words["treatments.error.effect"]));
        if (!NumberField.TryRead(_form["how"], out var severity) || severity is < 0 or > MostSevere)
            wrong.Add(("how", Words["treatments.error.severity"]));
        var day = Past("effect-day", wrong);
        _errors = wrong;
        if (wrong.Count > 0)
            return;
        Go(
            await _journal.RecordAsync(
                Draft()
                    .Add(
                        new SideEffect
                        {
                            TreatmentId = Id,
                            Day = day,
                            Text = TextOrNull("what")!,
                            Severity = severity,
                        }
                    )
            )
        );
    }

    private async Task CountAsync()
    {
        _form = await FormAsync();
        var wrong = new List<(string, string)>();
        if (!NumberField.TryRead(_form["units"], out var units) || units is null or < 0)
            wrong.Add(("units", Words["stock.error.units"]));
        if (!NumberField.TryRead(_form["per-dose"], out var perDose) || perDose is null or <= 0)
            wrong.Add(("per-dose", Words["stock.error.per-dose"]));
        if (!NumberField.TryRead(_form["lead"], out var lead) || lead is null or < 0 or > MostLeadDays)
            wrong.Add(("lead", Words["stock.error.lead"]));
        _errors = wrong;
        if (wrong.Count > 0)
            return;
        Go(
            await _journal.RecordAsync(
                Draft()
                    .Add(
                        new StockCount
                        {
                            TreatmentId = Id,
                            Day = _today,
                            Units = units!.Value,
                            PerDose = perDose!.Value,
                            LeadDays = (int)lead!.Value,
                        }
                    )
            )
        );
    }

    private async Task AddSessionAsync()
    {
        _form = await FormAsync();
        var wrong = new List<(string, string)>();
        var day = Past("session-day", wrong);
        if (!NumberField.TryRead(_form["minutes"], out var minutes) || minutes is <= 0 or > LongestMinutes)
            wrong.Add(("minutes", Words["sessions.error.minutes"]));
        var currency = _form["currency"].ToString().Trim().ToUpperInvariant();
        if (
            !NumberField.TryRead(_form["cost"], out var cost)
            || cost is < 0
            || (cost is not null && (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper)))
        )
            wrong.Add(("cost", Words["sessions.error.cost"]));
        _errors = wrong;
        if (wrong.Count > 0)
            return;
        var session = new Intake
        {
            TreatmentId = Id,
            CourseId = _courses.FirstOrDefault(c => c.Covers(day))?.Id,
            Day = day,
            Status = IntakeStatus.Taken,
            Source = DayDoses.SessionSource,
            Amount = minutes,
            AmountUnit = minutes is null ? null : "min",
            AsWritten = TextOrNull("note"),
        };
        var draft = Draft().Add(session);
        // a cost of its own, so that it counts with all others; its id ties it to the session
        if (cost is { } paid)
            draft.Add(
                new Cost
                {
                    Id = CostOf(session.Id),
                    Kind = CostKind.Therapy,
                    Day = day,
                    Amount = (decimal)paid,
                    Currency = currency,
                    Text = _treatment!.Name,
                }
            );
        Go(await _journal.RecordAsync(draft));
    }

    private async Task RemoveAsync()
    {
        _form = await FormAsync();
        var row = RowForm.RowOf(_form);
        var draft = new Draft("delete", _form["submission"], _today);
        if (_effects.FirstOrDefault(e => e.Id == row) is { } effect)
            draft.Remove(effect);
        if (_sessions.FirstOrDefault(s => s.Id == row) is { } session)
        {
            draft.Remove(session);
            if (_costs.GetValueOrDefault(CostOf(session.Id)) is { } cost)
                draft.Remove(cost);
        }
        Go(draft.IsEmpty ? null : await _journal.RecordAsync(draft));
    }

    private string SessionLine(Intake session)
    {
        var parts = new List<string> { Words.ShortDay(session.Day) };
        if (session.Amount is { } minutes)
            parts.Add(Words["sessions.line.minutes", ("n", minutes)]);
        if (session.AsWritten is { } note)
            parts.Add(note);
        if (_costs.GetValueOrDefault(CostOf(session.Id)) is { Amount: { } amount } cost)
            parts.Add($"{Words.Number((double)amount, 2)} {cost.Currency}");
        return string.Join(" · ", parts);
    }

    private string Past(Course course)
    {
        var why = course.StopReason is { } reason
            ? Words["treatments.course.why", ("why", reason)]
            : Words["treatments.course.no-reason"];
        return $"{Words.How(course, _treatment!.Kind, _today)} · {why}";
    }

    private LocalDate Past(string field, List<(string, string)> wrong)
    {
        if (DayOf(_form![field]) is { } day && day <= _today)
            return day;
        wrong.Add((field, Words["treatments.error.day"]));
        return _today;
    }

    private static Guid CostOf(Guid session) => Recorded.ImportId("session-cost", session.ToString());

    private Draft Draft() => new("medicine", _form!["submission"], _today);

    private bool IsNow(Course course) => course.End is null || course.End >= _today;

    private string? Typed(string field) =>
        _form is not null && _form.ContainsKey(field) ? _form[field].ToString() : null;

    private string? TextOrNull(string field) =>
        string.IsNullOrWhiteSpace(_form![field]) ? null : _form[field].ToString().Trim();

    private Task<IFormCollection> FormAsync() => Request.HttpContext!.Request.ReadFormAsync();

    private void Go(Change? change) => Navigation.NavigateTo($"{Here}?{Done.Query(change)}");
}
