using Inomya.Journals;
using Inomya.Medicines;
using NodaTime;

namespace Inomya.Programmes;

/// <summary>Says which parts are open to a person, and takes their answers.</summary>
/// <remarks>
/// Not answered is never safe: a part is closed until each of its gates was answered lately enough. What the journal
/// shows goes before a "no" of the person: they may not have thought of it.
/// </remarks>
public sealed class GateBook(Journal journal, Gates gates, MedicineCatalogue medicines)
{
    /// <summary>How the gates of a part stand.</summary>
    /// <exception cref="ArgumentException">There is no such part.</exception>
    public Task<PartGates> ForAsync(string part, CancellationToken stop = default) => ForAsync(part, [], stop);

    /// <summary>How the gates of a part stand, with those that a programme or a step asks besides.</summary>
    /// <param name="besides">Ids of gates; a yes to one that does not name the part closes it.</param>
    /// <exception cref="ArgumentException">There is no such part, or no such gate.</exception>
    public Task<PartGates> ForAsync(string part, IEnumerable<string> besides, CancellationToken stop = default) =>
        ForStepAsync(part, besides, [], stop);

    /// <summary>The same of one step.</summary>
    /// <param name="ofStep">
    /// Ids of the gates that the step asks for itself: a yes to one closes it, also where the part itself opens with a
    /// warning.
    /// </param>
    /// <exception cref="ArgumentException">There is no such part, or no such gate.</exception>
    public async Task<PartGates> ForStepAsync(
        string part,
        IEnumerable<string> besides,
        IReadOnlyCollection<string> ofStep,
        CancellationToken stop = default
    ) => StatesOf(part, besides, ofStep, await GateEvidence.ReadAsync(journal, medicines, stop));

    /// <summary>The same by what was read already.</summary>
    internal PartGates StatesOf(
        string part,
        IEnumerable<string> besides,
        IReadOnlyCollection<string> ofStep,
        GateEvidence evidence
    )
    {
        var asked = gates.Of(part).Concat(besides.Concat(ofStep).Select(Find)).DistinctBy(g => g.Id);
        return new PartGates(
            part,
            [.. asked.Select(g => StateOf(g, warns: g.Cautions.Contains(part) && !ofStep.Contains(g.Id), evidence))]
        );
    }

    /// <summary>Keeps answers of today, as one change.</summary>
    /// <param name="answers">By gate: yes or no. A gate that is not among them keeps what was said before.</param>
    /// <param name="key">The submission's own id, when the same one could arrive twice.</param>
    /// <param name="day">The day on which they were given.</param>
    /// <returns>Null where there is nothing to keep, or where the same was said on that day.</returns>
    /// <exception cref="ArgumentException">There is no such gate.</exception>
    public Task<Change?> AnswerAsync(
        IReadOnlyDictionary<string, bool> answers,
        string? key = null,
        LocalDate? day = null,
        CancellationToken stop = default
    ) => Journal.DecideAsync(() => AnswerOnceAsync(answers, key, day ?? journal.Today, stop));

    private async Task<Change?> AnswerOnceAsync(
        IReadOnlyDictionary<string, bool> answers,
        string? key,
        LocalDate day,
        CancellationToken stop
    )
    {
        var before = (await journal.AllAsync<GateAnswer>(stop)).ToDictionary(a => a.Id);
        var draft = new Draft("gates", key, day);
        foreach (var (id, yes) in answers)
            Add(draft, Answer(Find(id), yes, day), before, journal.Today);
        return draft.IsEmpty ? null : await journal.RecordAsync(draft, stop);
    }

    private static GateAnswer Answer(Gate gate, bool yes, LocalDate day) =>
        new()
        {
            Id = GateAnswer.IdOf(gate.Id),
            Gate = gate.Id,
            Yes = yes,
            Day = day,
        };

    /// <summary>
    /// An answer that waited on a device does not take the place of a later one; of a day to come, as after a clock was
    /// set back, none is later.
    /// </summary>
    private static void Add(Draft draft, GateAnswer answer, Dictionary<Guid, GateAnswer> before, LocalDate today)
    {
        if (before.GetValueOrDefault(answer.Id) is not { } said)
            draft.Add(answer);
        else if ((answer.Day, answer.Yes) != (said.Day, said.Yes) && (answer.Day >= said.Day || said.Day > today))
            draft.Correct(said, answer);
    }

    private Gate Find(string id) =>
        gates.Find(id) ?? throw new ArgumentException($"There is no gate '{id}'.", nameof(id));

    private GateState StateOf(Gate gate, bool warns, GateEvidence evidence)
    {
        var answer = evidence.AnswerTo(gate);
        var holds = answer is not null && evidence.Holds(gate, answer);
        var shown = gate.Signals.Find(s => evidence.Shows(gates.Signals.Find(k => k.Id == s)!));
        GateReason? reason =
            shown is not null ? GateReason.Signal
            : evidence.IsListed(gate) ? GateReason.Condition
            : holds && answer!.Yes ? GateReason.Answer
            : null;
        var standing = reason is not null
            ? warns
                ? GateStanding.Caution
                : GateStanding.Closed
            : holds
                ? GateStanding.Open
                : GateStanding.Unanswered;
        return new GateState(gate, standing, reason, shown, answer?.Yes, answer?.Day);
    }
}
