using Inomya.Content;

namespace Inomya.Assessments;

/// <summary>How soon someone should be seen, the soonest last.</summary>
public enum Urgency
{
    TwoWeeks,
    Today,
    Now,
}

/// <summary>A warning sign that was answered with yes.</summary>
/// <param name="Id">Words: red-flag.ID.do and, where <paramref name="WhyIsChecked"/>, red-flag.ID.why.</param>
/// <param name="Show">"crisis-contacts" where these must be shown too.</param>
/// <param name="WhyIsChecked">A copy of the source was seen; from memory the reason is not shown.</param>
public sealed record RaisedFlag(string Id, Urgency Urgency, string? Show, bool WhyIsChecked);

/// <summary>The red-flag questions of content/red-flags, and what the answers call for.</summary>
/// <remarks>Advice to be seen, never a diagnosis. A question without an answer raises nothing and rules nothing out.</remarks>
public sealed class RedFlags
{
    private readonly List<FlagRow> _flags;

    /// <exception cref="ContentException">The file cannot be used.</exception>
    public RedFlags(ContentFolder content) => _flags = content.Read<FlagFile>("red-flags/red-flags.yaml").Flags;

    /// <summary>The questions in order: "ID", and after a yes to it "ID.MORE".</summary>
    public IReadOnlyList<string> Questions(IReadOnlyDictionary<string, bool> answers) =>
        [
            .. _flags.SelectMany(f =>
                answers.GetValueOrDefault(f.Id) ? f.More.Select(m => $"{f.Id}.{m.Id}").Prepend(f.Id) : [f.Id]
            ),
        ];

    /// <summary>What was raised, the most urgent first.</summary>
    /// <param name="answers">By question; a question that is not there was not answered.</param>
    public IReadOnlyList<RaisedFlag> Raised(IReadOnlyDictionary<string, bool> answers) =>
        [
            .. _flags
                .Where(f => answers.GetValueOrDefault(f.Id))
                .Select(f => Raise(f, answers))
                .OrderByDescending(f => f.Urgency),
        ];

    /// <summary>One answer calls for help now: ask nothing more, show what to do first.</summary>
    public bool MustStop(IReadOnlyDictionary<string, bool> answers) =>
        Raised(answers) is [{ Urgency: Urgency.Now }, ..];

    private static RaisedFlag Raise(FlagRow flag, IReadOnlyDictionary<string, bool> answers)
    {
        var urgency = flag
            .More.Where(m => answers.GetValueOrDefault($"{flag.Id}.{m.Id}"))
            .Select(m => m.Level)
            .Append(flag.Level)
            .Max();
        return new RaisedFlag(flag.Id, urgency, flag.Show, flag.Verified != "memory");
    }

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
        public string Verified { get; set; } = "memory";
        public string? Source { get; set; }
        public string? Show { get; set; }
        public List<MoreRow> More { get; set; } = [];
    }

    private sealed class MoreRow
    {
        public string Id { get; set; } = "";
        public Urgency Level { get; set; }
    }
}
