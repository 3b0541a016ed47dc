using Inomya.Journals;
using NodaTime;

namespace Inomya.Visits;

/// <summary>
/// What was agreed in visits, and when it is asked what became of it: gently, one a day, until done or dropped.
/// </summary>
public sealed class AgreementBook(Journal journal, VisitRules rules, ReplySlip slip)
{
    /// <summary>Those that are open first, then the others, the newest visit first.</summary>
    public async Task<IReadOnlyList<Agreement>> AllAsync(CancellationToken stop = default) =>
        [
            .. (await journal.AllAsync<Agreement>(stop))
                .OrderBy(a => a.State != AgreementState.Open)
                .ThenByDescending(a => a.Day)
                .ThenBy(a => a.Id),
        ];

    /// <summary>What is asked back today; null for nothing, and once something was answered today.</summary>
    public async Task<Agreement?> OfTodayAsync(CancellationToken stop = default)
    {
        var all = await journal.AllAsync<Agreement>(stop);
        var today = journal.Today;
        return all.Any(a => a.AnsweredOn == today)
            ? null
            : all.Where(a => a.State == AgreementState.Open && a.AskOn <= today)
                .OrderBy(a => a.AskOn)
                .ThenBy(a => a.Id)
                .FirstOrDefault();
    }

    /// <summary>What became of one. Open is "not yet": it is asked again later.</summary>
    /// <returns>Null when it is gone.</returns>
    public Task<Change?> AnswerAsync(
        Guid id,
        AgreementState state,
        string? key = null,
        CancellationToken stop = default
    ) =>
        Journal.DecideAsync(async () =>
        {
            if (!Enum.IsDefined(state) || await journal.FindAsync<Agreement>(id, stop) is not { } agreed)
                return null;
            var today = journal.Today;
            var asksAgain = state == AgreementState.Open && IsAsked(agreed);
            var answered = agreed with
            {
                State = state,
                AnsweredOn = today,
                AskOn = asksAgain ? today.PlusDays(rules.AskAgainDays) : null,
            };
            return await journal.RecordAsync(new Draft("agreement", key, today).Correct(agreed, answered), stop);
        });

    /// <summary>
    /// Notes what a visit brought, all in one change. What was noted before and is ticked no more goes, while it is
    /// open.
    /// </summary>
    /// <returns>Null when the journal says the same already, or the visit is gone.</returns>
    public Task<Change?> BringBackAsync(
        Guid visit,
        VisitOutcome outcome,
        string? key,
        CancellationToken stop = default
    ) =>
        Journal.DecideAsync(async () =>
        {
            if (await journal.FindAsync<Appointment>(visit, stop) is not { } appointment)
                return null;
            var draft = new Draft("visit", key, journal.Today);
            await AddAgreedAsync(draft, visit, outcome, stop);
            await new VisitBook(journal).AddAsync(draft, visit, n => n with { Plan = outcome.Plan }, stop);
            await AddNextAsync(draft, appointment, outcome, stop);
            return draft.IsEmpty ? null : await journal.RecordAsync(draft, stop);
        });

    private async Task AddAgreedAsync(Draft draft, Guid visit, VisitOutcome outcome, CancellationToken stop)
    {
        var before = (await journal.AllAsync<Agreement>(stop)).Where(a => a.AppointmentId == visit).ToList();
        foreach (var (what, text) in outcome.Told)
            if (before.Find(a => a.Id == Agreement.IdOf(visit, what)) is not { } known)
                draft.Add(AgreementOf(visit, what, text));
            else if (known.Text != text)
                draft.Correct(known, known with { Text = text });
        foreach (var gone in before.Where(a => IsTickedNoMore(a, outcome)))
            draft.Remove(gone);
    }

    private static bool IsTickedNoMore(Agreement agreed, VisitOutcome outcome) =>
        agreed is { Item: { } item, State: AgreementState.Open } && !outcome.Ticked.ContainsKey(item);

    private Agreement AgreementOf(Guid visit, string what, string text)
    {
        var made = new Agreement
        {
            Id = Agreement.IdOf(visit, what),
            AppointmentId = visit,
            Text = text,
            Item = slip.Find(what)?.Id,
            State = AgreementState.Open,
            Day = journal.Today,
        };
        return IsAsked(made) ? made with { AskOn = journal.Today.PlusDays(rules.FirstAskDays) } : made;
    }

    /// <summary>What to watch for is kept in view and is no task; nor is what asks nothing of anybody.</summary>
    private bool IsAsked(Agreement agreed) =>
        agreed.Item is not { } item || (slip.Find(item)?.Group != SlipItem.Worry && !rules.NeverAsked.Contains(item));

    private async Task AddNextAsync(Draft draft, Appointment visit, VisitOutcome outcome, CancellationToken stop)
    {
        if (outcome.NextDay is not { } day)
            return;
        var known = await journal.AllAsync<Appointment>(stop);
        if (known.Any(a => a.With == visit.With && a.Day == day && a.Time == outcome.NextTime))
            return;
        draft.Add(
            new Appointment
            {
                With = visit.With,
                Day = day,
                Time = outcome.NextTime,
                Place = visit.Place,
            }
        );
    }
}
