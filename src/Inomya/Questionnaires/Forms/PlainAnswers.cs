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
        if (item.Parent is { } parent && answers.Form.Find(parent) is { IsRepeatingGroup: true })
        {
            FitRepeats(answers, item, new Place(parent), values);
            return;
        }
        if (values.Count > 1 && !item.Repeats)
            throw new FormException(item.LinkId, "takes one answer");
        if (values.Contains(null))
            throw new FormException(item.LinkId, "a part is left out");
        answers.Set(item.LinkId, [.. values.OfType<object>().Select(v => Value(item, v))]);
    }

    /// <summary>One answer to each repetition of the group; none where a part is left out.</summary>
    private static void FitRepeats(FormAnswers answers, FormItem item, Place group, IReadOnlyList<object?> values)
    {
        if (values.Count > FormAnswers.MaxRepeats)
            throw new FormException(item.LinkId, $"more than {FormAnswers.MaxRepeats} repetitions");
        answers.Repeat(group, Math.Max(answers.RepeatsOf(group), values.Count));
        foreach (var (at, value) in values.Index().Where(v => v.Item is not null))
            answers.Set(new Place(item.LinkId, $"{at}"), Value(item, value!));
    }

    private static AnswerValue Value(FormItem item, object plain)
    {
        var value = OfKind(item, plain);
        if (value is null)
            throw new FormException(item.LinkId, $"'{plain}' is not one of its answers");
        return FormCheck.Of(item, value) is { } wrong
            ? throw new FormException(item.LinkId, $"'{plain}' is {wrong.Key} ({wrong.Limit})")
            : value;
    }

    private static AnswerValue? OfKind(FormItem item, object plain) =>
        item.Kind switch
        {
            ItemKind.YesNo => plain is bool yes ? new YesNoAnswer(yes) : null,
            ItemKind.WholeNumber => plain is double n && IsWhole(n) ? new NumberAnswer((decimal)n, true) : null,
            ItemKind.Number => plain is double n && Math.Abs(n) < 1e15 ? new NumberAnswer((decimal)n, false) : null,
            ItemKind.Choice or ItemKind.OpenChoice => item.Options.FirstOrDefault(o => Means(plain, o.Value))?.Value,
            _ => plain is string text ? FormCheck.Read(item, text, out _) : null,
        };

    private static bool IsWhole(double n) => n == Math.Truncate(n) && Math.Abs(n) <= int.MaxValue;

    private static bool Means(object plain, AnswerValue option) =>
        option is ChoiceAnswer choice
        && (plain is double n ? choice.Weight == (decimal)n : plain is string code && choice.Code == code);
}
