using Inomya.Content;

namespace Inomya.RedFlags;

/// <summary>The red-flag questions of content/red-flags, and what the answers call for.</summary>
/// <remarks>
/// They ask what is so now, never what once was. Advice to be seen, never a diagnosis.
/// A question without an answer raises nothing and rules nothing out.
/// </remarks>
public sealed class RedFlagCatalogue
{
    private const string Checked = "seen";

    private readonly List<FlagRow> _flags;

    /// <exception cref="ContentException">The file cannot be used.</exception>
    public RedFlagCatalogue(ContentFolder content) => _flags = content.Read<FlagFile>("red-flags/red-flags.yaml").Flags;

    /// <summary>Every question in order, "ID" and its follow-ups "ID.MORE", with what a yes calls for.</summary>
    public IReadOnlyList<RaisedFlag> All =>
        [.. _flags.SelectMany(f => f.More.Select(m => Raise(f, m)).Prepend(Raise(f, null)))];

    /// <summary>The questions that are asked with these answers.</summary>
    public IReadOnlyList<string> Questions(IReadOnlyDictionary<string, bool> answers)
    {
        var settled = Settle(answers);
        return
        [
            .. _flags.SelectMany(f =>
                settled.GetValueOrDefault(f.Id) ? f.More.Select(m => $"{f.Id}.{m.Id}").Prepend(f.Id) : [f.Id]
            ),
        ];
    }

    /// <summary>There is such a question, of a flag or one of its follow-ups.</summary>
    public bool Has(string question) => All.Any(f => f.Question == question);

    /// <summary>What was raised, the most urgent first.</summary>
    /// <param name="answers">By question; a question that is not there was not answered.</param>
    public IReadOnlyList<RaisedFlag> Raised(IReadOnlyDictionary<string, bool> answers)
    {
        var settled = Settle(answers);
        return
        [
            .. _flags
                .Where(f => settled.GetValueOrDefault(f.Id))
                .Select(f => Raise(f, MostUrgentOf(f, settled)))
                .OrderByDescending(f => f.Urgency),
        ];
    }

    /// <summary>What a page says of these answers: one advice, what was answered, and what was not.</summary>
    public FlagOutcome Judge(IReadOnlyDictionary<string, bool> answers)
    {
        var settled = Settle(answers);
        var raised = Raised(settled);
        var asked = Questions(settled).ToLookup(q => Answer(settled, q));
        return new FlagOutcome(
            [.. raised.TakeWhile(f => f.Urgency == raised[0].Urgency)],
            [.. asked[true]],
            [.. asked[false]],
            [.. asked[null]]
        );
    }

    /// <summary>
    /// The most urgent of the flags that another page asked about, or follow-ups: "getting-weaker.breathing".
    /// </summary>
    /// <param name="questions">Of signs that are so now.</param>
    public IReadOnlyList<RaisedFlag> MostUrgent(IEnumerable<string> questions) =>
        Judge(questions.Distinct().ToDictionary(q => q, _ => true)).Advice;

    /// <summary>A yes to a follow-up is a yes to its question. After a no to the question it was not asked.</summary>
    private Dictionary<string, bool> Settle(IReadOnlyDictionary<string, bool> answers)
    {
        var settled = new Dictionary<string, bool>(answers, StringComparer.Ordinal);
        foreach (var flag in _flags)
        foreach (var more in flag.More.Select(m => $"{flag.Id}.{m.Id}"))
            if (Answer(answers, flag.Id) is false)
                settled.Remove(more);
            else if (answers.GetValueOrDefault(more))
                settled[flag.Id] = true;
        return settled;
    }

    /// <summary>Null when the question was not answered: that is not a no.</summary>
    private static bool? Answer(IReadOnlyDictionary<string, bool> answers, string question) =>
        answers.TryGetValue(question, out var yes) ? yes : null;

    /// <summary>The follow-up that raises the level the most; null when none does.</summary>
    private static MoreRow? MostUrgentOf(FlagRow flag, Dictionary<string, bool> settled) =>
        flag
            .More.Where(m => m.Level > flag.Level && settled.GetValueOrDefault($"{flag.Id}.{m.Id}"))
            .MaxBy(m => m.Level);

    private static RaisedFlag Raise(FlagRow flag, MoreRow? more) =>
        new(
            flag.Id,
            more is null ? flag.Id : $"{flag.Id}.{more.Id}",
            more?.Level ?? flag.Level,
            flag.Show,
            flag.Verified == Checked
        );

    private sealed class FlagFile
    {
        public string? ReviewedBy { get; set; }
        public List<FlagRow> Flags { get; set; } = [];
        public Dictionary<string, string> Sources { get; set; } = [];
    }

    private sealed class FlagRow
    {
        public string Id { get; set; } = "";
        public Urgency Level { get; set; }
        public string Verified { get; set; } = Seen.Memory;
        public string? Source { get; set; }
        public string? Show { get; set; }
        public List<MoreRow> More { get; set; } = [];
    }

    private sealed class MoreRow
    {
        public string Id { get; set; } = "";
        public Urgency Level { get; set; }
        public string Verified { get; set; } = Seen.Memory;
        public string? Source { get; set; }
    }
}
