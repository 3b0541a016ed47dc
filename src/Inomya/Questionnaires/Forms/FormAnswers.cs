using System.Globalization;

namespace Inomya.Questionnaires;

/// <summary>The answers to one form, while it is being filled in.</summary>
/// <remarks>
/// An answer to an item that is hidden again stays, in case it comes back, but counts for nothing (<see
/// cref="FormFlow"/>). Answers to items that the form does not have (any more) are kept as they came (<see
/// cref="Vanished"/>).
/// </remarks>
public sealed class FormAnswers(Form form)
{
    /// <summary>Times a group may be repeated.</summary>
    public const int MaxRepeats = 50;

    private readonly Dictionary<Place, IReadOnlyList<AnswerValue>> _values = [];
    private readonly Dictionary<Place, int> _repeats = [];
    private IReadOnlySet<Place> _disabled = new HashSet<Place>();

    public Form Form { get; } = form;

    /// <summary>JSON of the response items whose link id the form does not have.</summary>
    public List<string> Vanished { get; } = [];

    /// <summary>What an enableWhenExpression leaves out now.</summary>
    public IReadOnlySet<Place> Disabled => _disabled;

    /// <summary>The answers of a form that nobody has begun: what it puts there itself.</summary>
    public static FormAnswers Begin(Form form)
    {
        var answers = new FormAnswers(form);
        foreach (var (place, item, _) in FormFlow.Shown(answers, FormView.All))
            if (item is { IsRepeatingGroup: true, MinOccurs: > 1 and <= MaxRepeats })
                answers.Repeat(place with { Repeat = place.Outer }, item.MinOccurs.Value);
        answers.PutInitial();
        return answers;
    }

    /// <summary>Puts what the form puts there itself wherever nothing stands.</summary>
    private void PutInitial()
    {
        foreach (var (place, item, _) in FormFlow.Shown(this, FormView.All))
            if (item.Initial.Count > 0 && item.Calculated is null && At(place).Count == 0)
                Set(place, item.Initial);
    }

    /// <summary>A copy with what the expressions of the form gave.</summary>
    /// <param name="calculated">The values of calculated items; any not named has none.</param>
    public FormAnswers With(
        IReadOnlyDictionary<Place, IReadOnlyList<AnswerValue>> calculated,
        IReadOnlySet<Place> disabled
    )
    {
        var copy = new FormAnswers(Form) { _disabled = disabled };
        copy.Vanished.AddRange(Vanished);
        foreach (var (group, times) in _repeats)
            copy._repeats[group] = times;
        foreach (var (place, values) in Given.Concat(calculated))
            copy.Set(place, values);
        return copy;
    }

    /// <summary>What is not calculated.</summary>
    private IEnumerable<KeyValuePair<Place, IReadOnlyList<AnswerValue>>> Given =>
        _values.Where(v => Form.Find(v.Key.LinkId)!.Calculated is null);

    /// <summary>Every place with an answer.</summary>
    public IEnumerable<Place> Places => _values.Keys;

    /// <summary>The answers at a place; empty when there is none.</summary>
    public IReadOnlyList<AnswerValue> At(Place place) => _values.TryGetValue(place, out var values) ? values : [];

    public IReadOnlyList<AnswerValue> At(string linkId) => At(new Place(linkId));

    /// <summary>Puts these answers in place of what was there; none takes the answer back.</summary>
    /// <exception cref="KeyNotFoundException">The form has no such item.</exception>
    public FormAnswers Set(Place place, params IReadOnlyList<AnswerValue> values)
    {
        _ = Form.Find(place.LinkId) ?? throw new KeyNotFoundException($"The form has no item '{place.LinkId}'.");
        if (values.Count == 0)
            _values.Remove(place);
        else
            _values[place] = values;
        return this;
    }

    public FormAnswers Set(string linkId, params IReadOnlyList<AnswerValue> values) => Set(new Place(linkId), values);

    /// <summary>How often a repeating group stands there; at least once.</summary>
    public int RepeatsOf(Place group) => _repeats.GetValueOrDefault(group, 1);

    /// <summary>Makes a repeating group stand there this often.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one or more than <see cref="MaxRepeats"/>.</exception>
    public FormAnswers Repeat(Place group, int times)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(times, MaxRepeats);
        _repeats[group] = times;
        return this;
    }

    /// <summary>One more of a repeating group, with what the form itself puts there.</summary>
    public FormAnswers AddRepeat(Place group)
    {
        Repeat(group, RepeatsOf(group) + 1);
        PutInitial();
        return this;
    }

    /// <summary>How many repetitions of a group hold an answer.</summary>
    /// <param name="group">A place within any of them.</param>
    public int AnsweredRepeats(Place group)
    {
        var all = group.Outer.Length == 0 ? "" : group.Outer + ".";
        return _values
            .Keys.Where(p => p.Repeat.StartsWith(all, StringComparison.Ordinal) && IsIn(p.LinkId, group.LinkId))
            .Select(p => p.Repeat[all.Length..].Split('.')[0])
            .Distinct()
            .Count();
    }

    private bool IsIn(string linkId, string group)
    {
        for (var at = Form.Find(linkId)?.Parent; at is not null; at = Form.Find(at)!.Parent)
            if (at == group)
                return true;
        return false;
    }

    /// <summary>The repetitions of an item's repeating groups, as suffixes of its places.</summary>
    public IEnumerable<string> RepeatsWithin(FormItem item, string outer)
    {
        if (!item.IsRepeatingGroup)
            return [outer];
        return Enumerable
            .Range(0, RepeatsOf(new Place(item.LinkId, outer)))
            .Select(i =>
                outer.Length == 0
                    ? i.ToString(CultureInfo.InvariantCulture)
                    : string.Create(CultureInfo.InvariantCulture, $"{outer}.{i}")
            );
    }

    /// <summary>As scoring reads them: by item, weights before codes.</summary>
    /// <param name="view">
    /// Usually what is enabled; a person's answers to what a condition leaves out count for nothing.
    /// </param>
    public Answers ForScoring(FormView view = FormView.Enabled)
    {
        var answers = new Answers();
        foreach (var (item, values) in PlainByItem(FormFlow.Shown(this, view)))
            if (values.Any(v => v is not null))
                answers.Set(item, values);
        return answers;
    }

    private Dictionary<string, List<object?>> PlainByItem(IEnumerable<ShownItem> shown)
    {
        var all = new Dictionary<string, List<object?>>(StringComparer.Ordinal);
        foreach (var (place, item, _) in shown.Where(s => IsAnswered(s.Item)))
        {
            if (!all.TryGetValue(item.LinkId, out var list))
                all[item.LinkId] = list = [];
            list.AddRange(PlainAt(place));
        }
        return all;
    }

    /// <summary>By the person, not by a calculation.</summary>
    private static bool IsAnswered(FormItem item) =>
        item.Kind is not (ItemKind.Group or ItemKind.Display) && item.Calculated is null;

    /// <summary>A repetition without an answer keeps its place among the others.</summary>
    private IReadOnlyList<object?> PlainAt(Place place)
    {
        var values = At(place);
        return values.Count == 0 && place.Repeat.Length > 0 ? [null] : [.. values.Select(Plain)];
    }

    private static object? Plain(AnswerValue value) =>
        value switch
        {
            YesNoAnswer yesNo => yesNo.Value,
            NumberAnswer number => (double)number.Value,
            QuantityAnswer quantity => (double)quantity.Value,
            ChoiceAnswer { Weight: { } weight } => (double)weight,
            _ => value.Text,
        };
}
