using Inomya.Journals;
using Inomya.Programmes;
using NodaTime;

namespace Inomya.Sleep;

/// <summary>On which evenings a window had to wait, because a gate before it was closed or not answered.</summary>
/// <remarks>
/// By what was said up to that evening: an answer that came later opens no evening before it. Of what the journal shows
/// by itself, questionnaires are looked at as they stood; conditions of the story and an age have no evening, and close
/// the window today (<see cref="WindowFacts.Gates"/>).
/// </remarks>
public sealed class HeldEvenings(Journal journal, Gates gates, string part)
{
    public async Task<IReadOnlySet<LocalDate>> ReadAsync(LocalDate from, LocalDate to, CancellationToken stop = default)
    {
        var responses = (await journal.AllAsync<Response>(stop)).Where(r => r.Completed).ToList();
        var evenings = Enumerable
            .Range(0, Math.Max(0, Period.DaysBetween(from, to) + 1))
            .Select(from.PlusDays)
            .ToList();
        var held = new HashSet<LocalDate>();
        foreach (var gate in gates.Of(part))
        {
            var said = await journal.VersionsAsync<GateAnswer>(GateAnswer.IdOf(gate.Id), stop);
            held.UnionWith(evenings.Where(e => !IsAnswered(gate, said, e) || (Closes(gate) && IsYes(gate, said, e))));
            if (Closes(gate))
                held.UnionWith(evenings.Where(e => SignalsOf(gate).Any(s => Shows(s, responses, e))));
        }
        return held;
    }

    /// <summary>A yes only warns, where it does not close.</summary>
    private bool Closes(Gate gate) => !gate.Cautions.Contains(part);

    private IEnumerable<GateSignal> SignalsOf(Gate gate) =>
        gates.Signals.Where(s => s.Instrument is not null && gate.Signals.Contains(s.Id));

    private static bool IsAnswered(Gate gate, IReadOnlyList<GateAnswer> said, LocalDate evening) =>
        AnswerOn(said, evening) is { } answer && Period.DaysBetween(answer.Day, evening) < gate.ValidDays;

    private static bool IsYes(Gate gate, IReadOnlyList<GateAnswer> said, LocalDate evening) =>
        IsAnswered(gate, said, evening) && AnswerOn(said, evening)!.Yes;

    /// <summary>What was said last by that evening, by what is known now; null for nothing, or where all of it was taken back.</summary>
    private static GateAnswer? AnswerOn(IReadOnlyList<GateAnswer> said, LocalDate evening) =>
        said.Any(a => a.VoidedById is null) ? said.LastOrDefault(a => a.Day <= evening) : null;

    /// <summary>The newest response by that evening that tells it; a flag of a day to come is one of today.</summary>
    private bool Shows(GateSignal signal, List<Response> responses, LocalDate evening)
    {
        LocalDate DayOf(Response response) =>
            SignalReading.IsFlagged(response, signal) ? LocalDate.Min(response.Day, journal.Today) : response.Day;
        var mine = responses
            .Where(r => r.Instrument == signal.Instrument && DayOf(r) <= evening && SignalReading.IsToldIn(r, signal))
            .ToList();
        if (mine.MaxBy(r => (DayOf(r), r.ChangeId, r.Id)) is not { } newest)
            return false;
        if (signal.Flag is not null)
            return SignalReading.IsFlagged(newest, signal);
        var score = SignalReading.ScoreOf(newest, signal);
        if (signal.Rise is not { } rise)
            return score >= signal.AtLeast;
        var since = newest.Day.PlusDays(-signal.WithinDays);
        return score - mine.Where(r => r != newest && r.Day >= since).Min(r => SignalReading.ScoreOf(r, signal))
            >= rise;
    }
}
