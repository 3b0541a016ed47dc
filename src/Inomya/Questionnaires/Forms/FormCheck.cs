using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Questionnaires;

/// <summary>Reads what a person typed or chose, and checks it against what the item allows.</summary>
public static class FormCheck
{
    /// <summary>Characters of a text where the form sets no limit.</summary>
    public const int MaxText = 10_000;

    /// <summary>Turns form fields into an answer; null when the field was left empty.</summary>
    /// <param name="given">As posted: a code or the position of an option, "true", a number, a date, a text.</param>
    /// <param name="wrong">Why it cannot be one.</param>
    /// <param name="zone">Where the person is, for a moment without an offset.</param>
    public static AnswerValue? Read(FormItem item, string? given, out string? wrong, DateTimeZone? zone = null)
    {
        wrong = null;
        var text = given?.Trim();
        if (string.IsNullOrEmpty(text))
            return null;
        var value = Read(item, text, zone);
        if (value is null)
            wrong = item.Kind.ToString().ToLowerInvariant();
        return value;
    }

    private static AnswerValue? Read(FormItem item, string text, DateTimeZone? zone) =>
        item.Kind switch
        {
            ItemKind.YesNo => text is "true" or "false" ? new YesNoAnswer(text == "true") : null,
            ItemKind.Number or ItemKind.WholeNumber or ItemKind.Quantity => ReadNumber(item, text),
            ItemKind.Day or ItemKind.DayTime or ItemKind.Time => ReadTime(item.Kind, text, zone),
            ItemKind.Link => new TextAnswer(text, "uri"),
            _ => ReadChoiceOrText(item, text),
        };

    private static AnswerValue? ReadNumber(FormItem item, string text) =>
        (item.Kind, Number(text)) switch
        {
            (_, null) => null,
            (ItemKind.Quantity, { } n) => Amount(item, n),
            (ItemKind.WholeNumber, { } n) => IsWhole(n) ? new NumberAnswer(n, true) : null,
            (_, { } n) => new NumberAnswer(n, false),
        };

    private static QuantityAnswer Amount(FormItem item, decimal amount) =>
        item.Units is [var unit] ? unit.Of(amount) : new QuantityAnswer(amount, null, null, null);

    private static TextAnswer? ReadTime(ItemKind kind, string text, DateTimeZone? zone) =>
        kind switch
        {
            ItemKind.Day => FormDates.IsDate(text) ? new TextAnswer(text, "date") : null,
            ItemKind.DayTime => FormDates.Moment(text, zone) is { } moment ? new TextAnswer(moment, "dateTime") : null,
            _ => Time(text),
        };

    private static AnswerValue? ReadChoiceOrText(FormItem item, string text) =>
        item.Kind switch
        {
            ItemKind.Choice when item.Options.Count == 0 => new ChoiceAnswer(null, null, text),
            ItemKind.Choice => Option(item, text),
            ItemKind.OpenChoice => Option(item, text) ?? new TextAnswer(text),
            _ => item.Options.Count > 0 ? Option(item, text) : new TextAnswer(text),
        };

    /// <summary>
    /// Everything wrong with what is shown now; what is needed and not there only when <paramref name="complete"/>.
    /// </summary>
    public static IReadOnlyList<Wrong> Check(FormAnswers answers, bool complete)
    {
        var found = new List<Wrong>();
        foreach (var (place, item, _) in FormFlow.Shown(answers))
        {
            var wrong =
                item.Kind == ItemKind.Group
                    ? OfGroup(item, complete ? answers.AnsweredRepeats(place) : int.MaxValue)
                    : Of(item, answers.At(place), complete);
            var at = item.IsRepeatingGroup ? place with { Repeat = place.Outer } : place;
            found.AddRange(wrong.Select(w => w with { Place = at }));
        }
        return [.. found.Distinct()];
    }

    private static IEnumerable<Wrong> OfGroup(FormItem group, int answered) =>
        group.Required && answered == 0 ? [new Wrong(default, "required")] : TooFew(group, answered);

    /// <summary>What is wrong with the answers to one question.</summary>
    public static IEnumerable<Wrong> Of(FormItem item, IReadOnlyList<AnswerValue> values, bool complete)
    {
        foreach (var wrong in complete ? NotDone(item, values.Count) : [])
            yield return wrong;
        if (!item.Repeats && values.Count > 1)
            yield return new Wrong(default, "one-only");
        if (item.Repeats && values.Count > item.MaxOccurs)
            yield return new Wrong(default, "too-many", Limit(item.MaxOccurs.Value));
        foreach (var wrong in values.Select(v => Of(item, v)).OfType<Wrong>())
            yield return wrong;
    }

    /// <summary>What the question still wants; one that nobody needs wants nothing as long as it is empty.</summary>
    private static IEnumerable<Wrong> NotDone(FormItem item, int count) =>
        count > 0 ? TooFew(item, count)
        : item is { Required: true, IsQuestion: true } ? [new Wrong(default, "required")]
        : [];

    private static IEnumerable<Wrong> TooFew(FormItem item, int count) =>
        item.Repeats && count < item.MinOccurs ? [new Wrong(default, "too-few", Limit(item.MinOccurs.Value))] : [];

    /// <summary>What is wrong with one value; null when nothing is.</summary>
    public static Wrong? Of(FormItem item, AnswerValue value) =>
        OutOfRange(item, value) ?? WrongText(item, value) ?? WrongChoice(item, value);

    private static Wrong? WrongText(FormItem item, AnswerValue value)
    {
        if (value is not TextAnswer { Value: var text })
            return null;
        if (text.Length > MostOf(item))
            return new Wrong(default, "too-long", Limit(MostOf(item)));
        if (text.Length < item.MinLength)
            return new Wrong(default, "too-short", Limit(item.MinLength.Value));
        return item.Pattern is { } pattern && FormPattern.Of(pattern)?.IsMatch(text) == false
            ? new Wrong(default, item.EntryFormat is null ? "pattern" : "format", item.EntryFormat)
            : null;
    }

    private static Wrong? WrongChoice(FormItem item, AnswerValue value)
    {
        if (IsNoOption(item, value))
            return new Wrong(default, "not-an-option");
        return
            value is QuantityAnswer quantity
            && item.Units.Count > 0
            && !item.Units.Any(u => u.Of(quantity.Value) == quantity)
            ? new Wrong(default, "unit", string.Join(", ", item.Units.Select(u => u.Label)))
            : null;
    }

    private static Wrong? OutOfRange(FormItem item, AnswerValue value)
    {
        if (item.Min is { } min && FormConditions.Compare(value, min) < 0)
            return new Wrong(default, "too-low", min.Text);
        return item.Max is { } max && FormConditions.Compare(value, max) > 0
            ? new Wrong(default, "too-high", max.Text)
            : null;
    }

    private static string Limit(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static int MostOf(FormItem item) => item.MaxLength ?? MaxText;

    private static bool IsNoOption(FormItem item, AnswerValue value) =>
        item.Kind == ItemKind.Choice
        && item.Options.Count > 0
        && !item.Options.Any(o => FormConditions.Compare(o.Value, value) == 0);

    /// <summary>The option with this code, or, where codes are missing or doubled, at this position ("#3").</summary>
    private static AnswerValue? Option(FormItem item, string text) =>
        text[0] == '#'
        && int.TryParse(text.AsSpan(1), CultureInfo.InvariantCulture, out var at)
        && at >= 0
        && at < item.Options.Count
            ? item.Options[at].Value
            : item.Options.FirstOrDefault(o => o.Value.Text == text)?.Value;

    private static decimal? Number(string text) =>
        decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    private static bool IsWhole(decimal n) => n == decimal.Truncate(n) && Math.Abs(n) <= int.MaxValue;

    private static TextAnswer? Time(string text) =>
        LocalTimePattern.ExtendedIso.Parse(text.Length == 5 ? text + ":00" : text) is { Success: true } time
            ? new TextAnswer(LocalTimePattern.ExtendedIso.Format(time.Value), "time")
            : null;
}
