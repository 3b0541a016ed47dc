using Inomya.Journals;
using Inomya.Medicines;
using Inomya.Questionnaires;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Programmes;

/// <summary>What one person recorded that can answer a gate, read once.</summary>
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
        return signal.Instrument is not null && Newest(signal) is { } newest && Reaches(newest, signal, known)
            ? (newest, newest.Day)
            : null;
    }

    private bool Reaches(Response newest, GateSignal signal, Guid? known) =>
        signal switch
        {
            { Flag: { } flag } => QuestionnaireBook.StoredFlag(newest, signal.Rule!, flag) is true,
            { Rise: { } rise } => ScoreOf(newest, signal) - LevelBefore(newest, signal, known) >= rise,
            _ => ScoreOf(newest, signal) >= signal.AtLeast,
        };

    private (Recorded, LocalDate)? Said(MarkKind kind, string subject, string answer) =>
        _marks.FirstOrDefault(m => m.Kind == kind && m.Subject == subject && m.Answer == answer) is { } mark
            ? (mark, mark.Day)
            : null;

    private Response? Newest(GateSignal signal) => Completed(signal).MaxBy(r => (r.Day, r.Id));

    /// <summary>Those of a day to come, as after a clock was set back, tell nothing yet.</summary>
    private IEnumerable<Response> Completed(GateSignal signal) =>
        _responses.Where(r => r.Completed && r.Instrument == signal.Instrument && HasCome(r.Day));

    private static double? ScoreOf(Response response, GateSignal signal) =>
        QuestionnaireBook.StoredNumber(response, signal.Rule!, signal.Score!);

    /// <summary>
    /// What the newest score is held against; null where there is nothing. The last one that was known, or where none was
    /// the first after it.
    /// </summary>
    private double? LevelBefore(Response newest, GateSignal signal, Guid? known)
    {
        if (known is not { } change)
            return LowestBefore(newest, signal);
        var scored = Completed(signal).Where(r => r.Id != newest.Id && ScoreOf(r, signal) is not null).ToList();
        var level = scored.Where(r => r.ChangeId.CompareTo(change) <= 0).MaxBy(r => (r.Day, r.Id))
            ?? scored.MinBy(r => (r.Day, r.Id));
        return level is null ? null : ScoreOf(level, signal);
    }

    /// <summary>The lowest score of the days before the newest; null where there is none.</summary>
    private double? LowestBefore(Response newest, GateSignal signal)
    {
        var from = newest.Day.PlusDays(-signal.WithinDays);
        return Completed(signal).Where(r => r.Id != newest.Id && r.Day >= from).Min(r => ScoreOf(r, signal));
    }
}
