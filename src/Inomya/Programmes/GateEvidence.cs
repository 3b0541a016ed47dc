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

    /// <summary>One of the conditions of the gate is on the person's list.</summary>
    public bool IsListed(Gate gate) =>
        gate.Conditions.Exists(_conditions.Contains)
        || gate.Words.Exists(w => _story.Exists(s => PlainWords.Contain(s, PlainWords.Of(w))));

    /// <summary>Is it so, by what was recorded?</summary>
    public bool Shows(GateSignal signal) =>
        signal switch
        {
            { Flag: { } flag } => Newest(signal) is { } r
                && QuestionnaireBook.StoredFlag(r, signal.Rule!, flag) is true,
            { Rise: { } rise } => RiseOf(signal) >= rise,
            { AtLeast: { } least } => ScoreOf(Newest(signal), signal) >= least,
            { LookAlike: { } id } => Said(MarkKind.LookAlike, id, Known),
            { Sign: { } id } => Said(MarkKind.Sign, id, Yes),
            { UnderYears: { } years } => _birthYear is { } born && _today.Year - born < years,
            _ => false,
        };

    private bool Said(MarkKind kind, string subject, string answer) =>
        _marks.Any(m => m.Kind == kind && m.Subject == subject && m.Answer == answer);

    private Response? Newest(GateSignal signal) => Completed(signal).MaxBy(r => (r.Day, r.Id));

    private IEnumerable<Response> Completed(GateSignal signal) =>
        _responses.Where(r => r.Completed && r.Instrument == signal.Instrument);

    private static double? ScoreOf(Response? response, GateSignal signal) =>
        response is null ? null : QuestionnaireBook.StoredNumber(response, signal.Rule!, signal.Score!);

    /// <summary>
    /// How far the newest score lies above the lowest of the days before it; null where there are not two.
    /// </summary>
    private double? RiseOf(GateSignal signal)
    {
        if (Newest(signal) is not { } newest)
            return null;
        var from = newest.Day.PlusDays(-signal.WithinDays);
        var before = Completed(signal).Where(r => r.Id != newest.Id && r.Day >= from).Min(r => ScoreOf(r, signal));
        return ScoreOf(newest, signal) - before;
    }
}
