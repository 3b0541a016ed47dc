namespace Inomya.Questionnaires;

/// <summary>Which items of a form are shown for the answers so far, in which order, and which comes next.</summary>
public static class FormFlow
{
    /// <summary>
    /// Items shown at the most, counting each repetition: a form that repeats groups within groups stops here.
    /// </summary>
    public const int MaxShown = 20_000;

    /// <summary>What is shown, in the order of the form.</summary>
    /// <param name="disabled">Items that an enableWhenExpression hides now.</param>
    public static IReadOnlyList<ShownItem> Shown(
        FormAnswers answers,
        FormView view = FormView.Seen,
        IReadOnlySet<string>? disabled = null
    )
    {
        var walk = new Walk(answers, view, disabled);
        foreach (var item in answers.Form.Items)
            walk.Visit(item, "", []);
        return walk.Found;
    }

    /// <summary>The questions a person is asked, one a screen.</summary>
    public static IReadOnlyList<ShownItem> Questions(FormAnswers answers, IReadOnlySet<string>? disabled = null) =>
        [.. Shown(answers, disabled: disabled).Where(s => s.Item.IsQuestion)];

    /// <summary>
    /// The first question without an answer after a place, or from the start; null when there is none left.
    /// </summary>
    public static ShownItem? NextUnanswered(
        FormAnswers answers,
        Place? after = null,
        IReadOnlySet<string>? disabled = null
    )
    {
        var questions = Questions(answers, disabled);
        var from = after is { } place ? questions.ToList().FindIndex(q => q.Place == place) + 1 : 0;
        return questions.Skip(from).FirstOrDefault(q => answers.At(q.Place).Count == 0);
    }

    private sealed class Walk(FormAnswers answers, FormView view, IReadOnlySet<string>? disabled)
    {
        private readonly Dictionary<Place, bool> _enabled = [];

        public List<ShownItem> Found { get; } = [];

        public void Visit(FormItem item, string outer, IReadOnlyList<FormItem> above)
        {
            if (
                Found.Count >= MaxShown
                || (item.Hidden && view == FormView.Seen)
                || (view != FormView.All && !IsEnabled(item, outer))
            )
                return;
            foreach (var repeat in answers.RepeatsWithin(item, outer))
            {
                if (Found.Count >= MaxShown)
                    return;
                Found.Add(new ShownItem(new Place(item.LinkId, repeat), item, above));
                if (item.Items.Count == 0)
                    continue;
                IReadOnlyList<FormItem> under = [.. above, item];
                foreach (var child in item.Items)
                    Visit(child, repeat, under);
            }
        }

        private bool IsEnabled(FormItem item, string repeat)
        {
            if (disabled?.Contains(item.LinkId) == true)
                return false;
            if (item.EnableWhen.Count == 0)
                return true;
            var place = new Place(item.LinkId, repeat);
            if (_enabled.TryGetValue(place, out var known))
                return known;
            var holds = item.EnableAny
                ? item.EnableWhen.Any(w => FormConditions.Holds(w, AnswersTo(w.Question, repeat)))
                : item.EnableWhen.All(w => FormConditions.Holds(w, AnswersTo(w.Question, repeat)));
            return _enabled[place] = holds;
        }

        /// <summary>
        /// The answers to a question as seen from a place: those in the same repetition where both are in it, otherwise
        /// those of all.
        /// </summary>
        private IReadOnlyList<AnswerValue> AnswersTo(string question, string from)
        {
            var item = answers.Form.Find(question)!;
            var depth = 0;
            for (var at = Parent(item); at is not null; at = Parent(at))
            {
                if (!IsEnabled(at, from))
                    return [];
                if (at is { Kind: ItemKind.Group, Repeats: true })
                    depth++;
            }
            if (!IsEnabled(item, from))
                return [];
            var steps = from.Length == 0 ? [] : from.Split('.');
            if (depth <= steps.Length)
                return answers.At(new Place(question, string.Join('.', steps.Take(depth))));
            return [.. answers.Places.Where(p => p.LinkId == question).SelectMany(answers.At)];
        }

        private FormItem? Parent(FormItem item) => item.Parent is null ? null : answers.Form.Find(item.Parent);
    }
}
