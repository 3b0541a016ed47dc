using Inomya.Findings;
using Inomya.Journals;
using Inomya.Medicines;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Programmes;

/// <summary>What one person recorded that can answer a gate, read once for each state of the journal and each day.</summary>
internal sealed class GateEvidence
{
    private const string Yes = "yes",
        Known = "known";

    private readonly LocalDate _today;
    private readonly int? _birthYear;
    private readonly Dictionary<string, GateAnswer> _answers;
    private readonly IReadOnlyList<Response> _responses;
    private readonly IReadOnlyList<Mark> _marks;
    private readonly HashSet<string> _conditions;
    private readonly List<List<string>> _story;

    private GateEvidence(Journal journal, Read read, MedicineCatalogue medicines)
    {
        (_today, _birthYear) = (journal.Today, journal.Person.BirthYear);
        _answers = read.Answers.ToDictionary(a => a.Gate, StringComparer.Ordinal);
        (_responses, _marks) = (read.Responses, read.Marks);
        var listed = read.Story.Where(h => h.Kind == HistoryKind.Condition && h.Until is null).Select(h => h.Text);
        _story = [.. listed.Select(PlainWords.Of)];
        _conditions = [.. listed.SelectMany(medicines.ConditionsIn)];
    }

    public static async Task<GateEvidence> ReadAsync(
        Journal journal,
        MedicineCatalogue medicines,
        CancellationToken stop
    ) =>
        (
            await KeptReadings.OfAsync(
                journal,
                (medicines, journal.Today, journal.Person.BirthYear),
                () => ReadNowAsync(journal, medicines, stop),
                stop
            )
        )!;

    private static async Task<GateEvidence?> ReadNowAsync(
        Journal journal,
        MedicineCatalogue medicines,
        CancellationToken stop
    ) =>
        new(
            journal,
            new Read(
                await journal.AllAsync<GateAnswer>(stop),
                await journal.AllAsync<Response>(stop),
                await journal.AllAsync<Mark>(stop),
                await journal.AllAsync<HistoryItem>(stop)
            ),
            medicines
        );

    private sealed record Read(
        IReadOnlyList<GateAnswer> Answers,
        IReadOnlyList<Response> Responses,
        IReadOnlyList<Mark> Marks,
        IReadOnlyList<HistoryItem> Story
    );

    /// <summary>What the person said last of a gate; null for nothing.</summary>
    public GateAnswer? AnswerTo(Gate gate) => _answers.GetValueOrDefault(gate.Id);

    /// <summary>
    /// An answer that holds today. One of a day to come, as after a clock was set back, holds as one of today does.
    /// </summary>
    public bool Holds(Gate gate, GateAnswer answer) => Period.DaysBetween(answer.Day, _today) < gate.ValidDays;

    /// <summary>A day that is not still to come.</summary>
    public bool HasCome(LocalDate day) => day <= _today;

    /// <summary>One of the conditions of the gate is on the person's list.</summary>
    public bool IsListed(Gate gate) =>
        gate.Conditions.Exists(_conditions.Contains)
        || gate.Words.Exists(w => _story.Exists(s => PlainWords.ContainInAnyNumber(s, PlainWords.Of(w))));

    /// <summary>Is it so, by what was recorded?</summary>
    public bool Shows(GateSignal signal) =>
        signal.UnderYears is { } years
            ? _birthYear is { } born && _today.Year - born < years
            : FactOf(signal) is not null;

    /// <summary>What was recorded that makes it so, with its day; null when nothing does.</summary>
    /// <param name="known">
    /// The change up to which all was known: a rise is then one above the last score up to it. Null: above the lowest
    /// of some weeks.
    /// </param>
    public (Recorded Fact, LocalDate Day)? FactOf(GateSignal signal, Guid? known = null)
    {
        if (signal.LookAlike is { } id)
            return Said(MarkKind.LookAlike, id, Known);
        if (signal.Sign is { } sign)
            return Said(MarkKind.Sign, sign, Yes);
        return Newest(signal) is { } newest && Reaches(newest, signal, known) ? (newest, DayOf(newest)) : null;
    }

    private bool Reaches(Response newest, GateSignal signal, Guid? known) =>
        signal switch
        {
            { Flag: not null } => SignalReading.IsFlagged(newest, signal),
            { Rise: { } rise } => SignalReading.ScoreOf(newest, signal) - LevelBefore(newest, signal, known) >= rise,
            _ => SignalReading.ScoreOf(newest, signal) >= signal.AtLeast,
        };

    private (Recorded, LocalDate)? Said(MarkKind kind, string subject, string answer) =>
        _marks.FirstOrDefault(m => m.Kind == kind && m.Subject == subject && m.Answer == answer) is { } mark
            ? (mark, mark.Day)
            : null;

    /// <summary>The newest response that tells it; one that left it open says nothing against what was told before.</summary>
    private Response? Newest(GateSignal signal) => Told(signal).MaxBy(r => (DayOf(r), r.ChangeId, r.Id));

    /// <summary>
    /// Those of a day to come, as after a clock was set back, tell no score yet; a yes that something is so is one of
    /// today.
    /// </summary>
    private IEnumerable<Response> Told(GateSignal signal) =>
        _responses.Where(r =>
            r.Completed
            && r.Instrument == signal.Instrument
            && SignalReading.IsToldIn(r, signal)
            && (HasCome(r.Day) || SignalReading.IsFlagged(r, signal))
        );

    private LocalDate DayOf(Response response) => LocalDate.Min(response.Day, _today);

    /// <summary>
    /// What the newest score is held against; null where there is nothing. The lowest of the last one that was known and
    /// all that came after it: who got better and then worse again is seen.
    /// </summary>
    private double? LevelBefore(Response newest, GateSignal signal, Guid? known)
    {
        if (known is not { } change)
            return LowestBefore(newest, signal);
        var before = Told(signal).Where(r => r.Id != newest.Id).ToLookup(r => r.ChangeId.CompareTo(change) > 0);
        var level = before[false].MaxBy(r => (r.Day, r.ChangeId, r.Id));
        return before[true].Append(level).OfType<Response>().Min(r => SignalReading.ScoreOf(r, signal));
    }

    /// <summary>The lowest score of the days before the newest; null where there is none.</summary>
    private double? LowestBefore(Response newest, GateSignal signal)
    {
        var from = newest.Day.PlusDays(-signal.WithinDays);
        return Told(signal).Where(r => r.Id != newest.Id && r.Day >= from).Min(r => SignalReading.ScoreOf(r, signal));
    }
}
