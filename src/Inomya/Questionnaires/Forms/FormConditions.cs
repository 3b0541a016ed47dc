namespace Inomya.Questionnaires;

/// <summary>enableWhen: whether its conditions make sense, and whether they hold.</summary>
internal static class FormConditions
{
    /// <summary>
    /// Each condition names an item of the form, and no item depends on itself, be it through others.
    /// </summary>
    /// <exception cref="FormException">One does not; the item is named.</exception>
    public static void Check(Form form)
    {
        var state = new Dictionary<string, bool>(StringComparer.Ordinal); // true: done; false: on the way here
        foreach (var start in form.All)
        {
            var path = new Stack<(FormItem Item, Queue<string> Needs)>();
            Enter(start);
            while (path.TryPeek(out var at))
                if (at.Needs.TryDequeue(out var next))
                    Enter(
                        form.Find(next)
                            ?? throw new FormException(
                                at.Item.LinkId,
                                $"its condition names '{next}', which is not there"
                            )
                    );
                else
                    state[path.Pop().Item.LinkId] = true;

            void Enter(FormItem item)
            {
                if (state.TryGetValue(item.LinkId, out var done))
                {
                    if (!done)
                        throw new FormException(item.LinkId, "its condition depends on itself");
                    return;
                }
                state[item.LinkId] = false;
                // an item is shown only where its parent is, so it depends on that too
                path.Push(
                    (
                        item,
                        new Queue<string>(
                            item.EnableWhen.Select(w => w.Question).Concat(item.Parent is null ? [] : [item.Parent])
                        )
                    )
                );
            }
        }
    }

    /// <summary>Whether the condition holds for the answers to its question.</summary>
    public static bool Holds(EnableWhen when, IReadOnlyList<AnswerValue> answers) =>
        when.Operator switch
        {
            "exists" => answers.Count > 0 == ((YesNoAnswer)when.Answer).Value,
            "=" => answers.Any(a => Compare(a, when.Answer) == 0),
            // an unanswered question is different from nothing: FHIR wants an answer that differs
            "!=" => answers.Any(a => Compare(a, when.Answer) != 0),
            ">" => answers.Any(a => Compare(a, when.Answer) > 0),
            "<" => answers.Any(a => Compare(a, when.Answer) < 0),
            ">=" => answers.Any(a => Compare(a, when.Answer) >= 0),
            _ => answers.Any(a => Compare(a, when.Answer) <= 0),
        };

    /// <summary>Below, at or above 0; null where the two cannot be compared.</summary>
    public static int? Compare(AnswerValue a, AnswerValue b) =>
        (a, b) switch
        {
            (YesNoAnswer x, YesNoAnswer y) => x.Value.CompareTo(y.Value),
            (ChoiceAnswer x, ChoiceAnswer y) => x.Is(y) ? 0 : null,
            (ChoiceAnswer x, TextAnswer y) => x.Code is null && x.Display == y.Value ? 0 : null,
            (QuantityAnswer x, QuantityAnswer y) => (x.Code ?? x.Unit) == (y.Code ?? y.Unit)
                ? x.Value.CompareTo(y.Value)
                : null,
            (TextAnswer x, TextAnswer y) => string.CompareOrdinal(x.Value, y.Value),
            _ when Number(a) is { } x && Number(b) is { } y => x.CompareTo(y),
            _ => null,
        };

    private static decimal? Number(AnswerValue value) =>
        value switch
        {
            NumberAnswer number => number.Value,
            QuantityAnswer quantity => quantity.Value,
            _ => null,
        };
}
