namespace Inomya.Questionnaires;

/// <summary>Which items of a form are shown for the answers so far, in which order, and which comes next.</summary>
public static class FormFlow
{
    /// <summary>
    /// Items shown at the most, counting each repetition: a form that repeats groups within groups stops here.
    /// </summary>
    public const int MaxShown = 20_000;

    /// <summary>What is shown, in the order of the form.</summary>
    public static IReadOnlyList<ShownItem> Shown(FormAnswers answers, FormView view = FormView.Seen)
    {
        var walk = new Walk(answers, view);
        foreach (var item in answers.Form.Items)
            walk.Visit(item, "", []);
        return walk.Found;
    }

    /// <summary>The questions a person is asked, one a screen.</summary>
    public static IReadOnlyList<ShownItem> Questions(FormAnswers answers) =>
        [.. Shown(answers).Where(s => s.Item.IsQuestion)];

    /// <summary>
    /// The first question without an answer after a place, or from the start; null when there is none left.
    /// </summary>
    public static ShownItem? NextUnanswered(FormAnswers answers, Place? after = null)
    {
        var questions = Questions(answers);
        var from = after is { } place ? questions.ToList().FindIndex(q => q.Place == place) + 1 : 0;
        return questions.Skip(from).FirstOrDefault(q => answers.At(q.Place).Count == 0);
    }

    /// <summary>
    /// The first question that an answer has just brought up, where it stands before the one that was answered: going on
    /// would pass it by. An answer that it had before it was off is looked at again too.
    /// </summary>
    /// <param name="before">The questions there were before that answer.</param>
    public static ShownItem? BroughtUp(FormAnswers answers, IReadOnlyList<ShownItem> before, Place answered)
    {
        var known = before.Select(q => q.Place).ToHashSet();
        return Questions(answers).TakeWhile(q => q.Place != answered).FirstOrDefault(q => !known.Contains(q.Place));
    }

    private sealed class Walk(FormAnswers answers, FormView view)
    {
        private readonly Dictionary<Place, bool> _enabled = [];

        public List<ShownItem> Found { get; } = [];

        public void Visit(FormItem item, string outer, IReadOnlyList<FormItem> above)
        {
            if (Found.Count >= MaxShown || IsLeftOut(item, outer))
                return;
            foreach (var repeat in answers.RepeatsWithin(item, outer))
            {
                if (Found.Count >= MaxShown)
                    return;
                Found.Add(new ShownItem(new Place(item.LinkId, repeat), item, above));
                IReadOnlyList<FormItem> under = item.Items.Count == 0 ? [] : [.. above, item];
                foreach (var child in item.Items)
                    Visit(child, repeat, under);
            }
        }

        private bool IsLeftOut(FormItem item, string outer) =>
            (item.Hidden && view == FormView.Seen) || (view != FormView.All && !IsEnabled(item, outer));

        private bool IsEnabled(FormItem item, string repeat)
        {
            var place = new Place(item.LinkId, repeat);
            if (answers.Disabled.Contains(place))
                return false;
            if (item.EnableWhen.Count == 0)
                return true;
            if (_enabled.TryGetValue(place, out var known))
                return known;
            return _enabled[place] = item.EnableAny ? item.EnableWhen.Any(Holds) : item.EnableWhen.All(Holds);

            bool Holds(EnableWhen when) => FormConditions.Holds(when, AnswersTo(when.Question, repeat));
        }

        /// <summary>
        /// The answers to a question as seen from a place: those in the same repetition where both are in it, otherwise
        /// those of all.
        /// </summary>
        private IReadOnlyList<AnswerValue> AnswersTo(string question, string from)
        {
            var item = answers.Form.Find(question)!;
            var above = Above(item).ToList();
            if (!above.Append(item).All(i => IsEnabled(i, from)))
                return [];
            var depth = above.Count(i => i.IsRepeatingGroup);
            return AnswersTo(question, StepsOf(from), depth);
        }

        private IReadOnlyList<AnswerValue> AnswersTo(string question, string[] repetition, int depth) =>
            depth <= repetition.Length
                ? answers.At(new Place(question, string.Join('.', repetition.Take(depth))))
                : [.. answers.Places.Where(p => p.LinkId == question).SelectMany(answers.At)];

        private static string[] StepsOf(string repeat) => repeat.Length == 0 ? [] : repeat.Split('.');

        /// <summary>The groups and questions that an item stands in, the nearest first.</summary>
        private IEnumerable<FormItem> Above(FormItem item)
        {
            for (var at = Parent(item); at is not null; at = Parent(at))
                yield return at;
        }

        private FormItem? Parent(FormItem item) => item.Parent is null ? null : answers.Form.Find(item.Parent);
    }
}
