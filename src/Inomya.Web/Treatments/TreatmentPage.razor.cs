using Inomya.Evidence;
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

    /// <summary>What is known of it, without what is put away.</summary>
    private IReadOnlyList<EvidenceCard> _cards = [];
    private string? _currency;

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
        _cards = await Hidden.SeenAsync(Cards.For(_treatment.Name), c => $"/evidence/{c.Id}");
        if (IsMedicine)
            await ReadStockAsync(_treatment);
        else
            await ReadSessionsAsync();
    }

    private async Task ReadStockAsync(Treatment treatment)
    {
        var counts = (await _journal.AllAsync<StockCount>()).Where(c => c.TreatmentId == Id).ToList();
        if (counts.Count == 0)
            return;
        var intakes = await _journal.IntakesAsync(counts.Min(c => c.Day), _today);
        _stock = Stock.Of(treatment, counts, _courses, intakes, _today, _journal.Days);
    }

    private async Task ReadSessionsAsync()
    {
        _sessions =
        [
            .. (await _journal.AllAsync<Intake>())
                .Where(i => i.TreatmentId == Id && i.Source == DayDoses.SessionSource)
                .OrderByDescending(i => i.Day)
                .Take(SessionsShown),
        ];
        await ReadCostsAsync();
    }

    private async Task ReadCostsAsync()
    {
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
        if (Stopped(course) is { } stopped)
            Go(await _journal.RecordAsync(Draft().Correct(course, stopped)));
        else
            Wrong($"end-{course.Id:N}", "treatments.error.end");
    }

    /// <summary>Null where the day it ended on is none, or is before it began.</summary>
    private Course? Stopped(Course course) =>
        DayOf(_form![$"end-{course.Id:N}"]) is { } end && end >= course.Start
            ? course with
            {
                End = end,
                StopReason = TextOrNull($"why-{course.Id:N}"),
            }
            : null;

    private async Task AddEffectAsync()
    {
        _form = await FormAsync();
        var text = TextOrNull("what");
        if (text is null)
            Wrong("what", "treatments.error.effect");
        if (!NumberField.TryRead(_form["how"], out var severity) || severity is < 0 or > MostSevere)
            Wrong("how", "treatments.error.severity");
        var day = ReadPast("effect-day");
        if (_errors.Count > 0)
            return;
        var effect = new SideEffect
        {
            TreatmentId = Id,
            Day = day,
            Text = text!,
            Severity = severity,
        };
        Go(await _journal.RecordAsync(Draft().Add(effect)));
    }

    private async Task CountAsync()
    {
        _form = await FormAsync();
        var count = new StockCount
        {
            TreatmentId = Id,
            Day = _today,
            Units = ReadCount("units", units => units >= 0),
            PerDose = ReadCount("per-dose", units => units > 0),
            LeadDays = (int)ReadCount("lead", days => days is >= 0 and <= MostLeadDays),
        };
        if (_errors.Count == 0)
            Go(await _journal.RecordAsync(Draft().Add(count)));
    }

    private double ReadCount(string field, Func<double, bool> isPossible)
    {
        if (NumberField.TryRead(_form![field], out var number) && number is { } given && isPossible(given))
            return given;
        Wrong(field, $"stock.error.{field}");
        return 0;
    }

    private async Task AddSessionAsync()
    {
        _form = await FormAsync();
        var session = ReadSession();
        var cost = ReadCost(session);
        if (_errors.Count > 0)
            return;
        var draft = Draft().Add(session);
        if (cost is not null)
            draft.Add(cost);
        Go(await _journal.RecordAsync(draft));
    }

    /// <summary>The session that was sent; of use only when nothing is wrong with it.</summary>
    private Intake ReadSession()
    {
        var day = ReadPast("session-day");
        var minutes = ReadMinutes();
        return new Intake
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
    }

    private double? ReadMinutes()
    {
        if (!NumberField.TryRead(_form!["minutes"], out var minutes) || minutes is <= 0 or > LongestMinutes)
            Wrong("minutes", "sessions.error.minutes");
        return minutes;
    }

    /// <summary>A cost of its own, so that it counts with all others; its id ties it to the session.</summary>
    private Cost? ReadCost(Intake session)
    {
        var currency = _form!["currency"].ToString().Trim().ToUpperInvariant();
        if (!NumberField.TryRead(_form["cost"], out var cost) || cost is < 0 || (cost is not null && !IsCode(currency)))
            Wrong("cost", "sessions.error.cost");
        return cost is not { } paid || _errors.Count > 0
            ? null
            : new Cost
            {
                Id = CostOf(session.Id),
                Kind = CostKind.Therapy,
                Day = session.Day,
                Amount = (decimal)paid,
                Currency = currency,
                Text = _treatment!.Name,
            };
    }

    private static bool IsCode(string currency) => currency.Length == 3 && currency.All(char.IsAsciiLetterUpper);

    private async Task RemoveAsync()
    {
        _form = await FormAsync();
        var row = RowForm.RowOf(_form);
        var draft = Draft("delete");
        if (_effects.FirstOrDefault(e => e.Id == row) is { } effect)
            draft.Remove(effect);
        if (_sessions.FirstOrDefault(s => s.Id == row) is { } session)
            RemoveSession(draft, session);
        Go(draft.IsEmpty ? null : await _journal.RecordAsync(draft));
    }

    private void RemoveSession(Draft draft, Intake session)
    {
        draft.Remove(session);
        if (_costs.GetValueOrDefault(CostOf(session.Id)) is { } cost)
            draft.Remove(cost);
    }

    private string SessionLine(Intake session)
    {
        string?[] parts =
        [
            Words.ShortDay(session.Day),
            session.Amount is { } minutes ? Words["sessions.line.minutes", ("n", minutes)] : null,
            session.AsWritten,
            PaidFor(session),
        ];
        return string.Join(" · ", parts.OfType<string>());
    }

    private string? PaidFor(Intake session) =>
        _costs.GetValueOrDefault(CostOf(session.Id)) is { Amount: { } amount } cost
            ? $"{Words.Number((double)amount, 2)} {cost.Currency}"
            : null;

    private string Past(Course course)
    {
        var why = course.StopReason is { } reason
            ? Words["treatments.course.why", ("why", reason)]
            : Words["treatments.course.no-reason"];
        return $"{Words.How(course, _treatment!.Kind, _today)} · {why}";
    }

    private LocalDate ReadPast(string field)
    {
        if (DayOf(_form![field]) is { } day && day <= _today)
            return day;
        Wrong(field, "treatments.error.day");
        return _today;
    }

    private static Guid CostOf(Guid session) => Recorded.ImportId("session-cost", session.ToString());

    private Draft Draft(string kind = "medicine") => new(kind, _form!["submission"], _today);

    private bool IsNow(Course course) => course.End is null || course.End >= _today;

    private void Go(Change? change) => Navigation.NavigateTo($"{Here}?{Done.Query(change)}");
}
