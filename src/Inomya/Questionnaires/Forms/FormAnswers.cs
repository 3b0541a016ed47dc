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

    public Form Form { get; } = form;

    /// <summary>JSON of the response items whose link id the form does not have.</summary>
    public List<string> Vanished { get; } = [];

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

    /// <summary>The repetitions of an item's repeating groups, as suffixes of its places.</summary>
    internal IEnumerable<string> RepeatsWithin(FormItem item, string outer)
    {
        if (item.Kind != ItemKind.Group || !item.Repeats)
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
