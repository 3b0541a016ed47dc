using System.Text.Json;

namespace Inomya.Questionnaires;

/// <summary>Fits plain answers, as scripts and researchers write them, to a form.</summary>
/// <remarks>
/// A choice is given by its weight or its code; an array gives one answer to each repetition, of the item or of the
/// group it stands in.
/// </remarks>
public static class PlainAnswers
{
    /// <param name="unknown">Keys that the form does not have; they are left out.</param>
    /// <exception cref="FormException">An answer is not one that the item allows; the item is named.</exception>
    public static FormAnswers Fit(Form form, JsonElement json, out IReadOnlyList<string> unknown)
    {
        var plain = Answers.FromJson(json);
        var fitted = new FormAnswers(form);
        var left = new List<string>();
        foreach (var id in plain.Items)
            if (form.Find(id) is { Kind: not (ItemKind.Group or ItemKind.Display), Calculated: null } item)
                Fit(fitted, item, plain.All(id));
            else
                left.Add(id);
        unknown = left;
        return fitted;
    }

    private static void Fit(FormAnswers answers, FormItem item, IReadOnlyList<object?> values)
    {
        if (item.Parent is { } parent && answers.Form.Find(parent) is { Kind: ItemKind.Group, Repeats: true })
        {
            if (values.Count > FormAnswers.MaxRepeats)
                throw new FormException(item.LinkId, $"more than {FormAnswers.MaxRepeats} repetitions");
            var group = new Place(parent);
            answers.Repeat(group, Math.Max(answers.RepeatsOf(group), Math.Max(1, values.Count)));
            foreach (var (at, value) in values.Index())
                if (value is not null)
                    answers.Set(new Place(item.LinkId, $"{at}"), Value(item, value));
            return;
        }
        if (values.Count > 1 && !item.Repeats)
            throw new FormException(item.LinkId, "takes one answer");
        if (values.Contains(null))
            throw new FormException(item.LinkId, "a part is left out");
        answers.Set(item.LinkId, [.. values.OfType<object>().Select(v => Value(item, v))]);
    }

    private static AnswerValue Value(FormItem item, object plain)
    {
        var value = item.Kind switch
        {
            ItemKind.YesNo => plain is bool yes ? new YesNoAnswer(yes) : null,
            ItemKind.WholeNumber => plain is double n && n == Math.Truncate(n) && Math.Abs(n) <= int.MaxValue
                ? new NumberAnswer((decimal)n, true)
                : null,
            ItemKind.Number => plain is double n && Math.Abs(n) < 1e15 ? new NumberAnswer((decimal)n, false) : null,
            ItemKind.Choice or ItemKind.OpenChoice => item
                .Options.FirstOrDefault(o =>
                    o.Value is ChoiceAnswer c
                    && (plain is double n ? c.Weight == (decimal)n : plain is string code && c.Code == code)
                )
                ?.Value,
            _ => plain is string text ? FormCheck.Read(item, text, out _) : null,
        };
        if (value is null)
            throw new FormException(item.LinkId, $"'{plain}' is not one of its answers");
        return FormCheck.Of(item, value) is { } wrong
            ? throw new FormException(item.LinkId, $"'{plain}' is {wrong.Key} ({wrong.Limit})")
            : value;
    }
}
