using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime.Text;

namespace Inomya.Questionnaires;

/// <summary>Reads what a person typed or chose, and checks it against what the item allows.</summary>
public static partial class FormCheck
{
    /// <summary>Characters of a text where the form sets no limit.</summary>
    public const int MaxText = 10_000;

    /// <summary>Turns form fields into an answer; null when the field was left empty.</summary>
    /// <param name="given">As posted: a code or the position of an option, "true", a number, a date, a text.</param>
    /// <param name="wrong">Why it cannot be one.</param>
    public static AnswerValue? Read(FormItem item, string? given, out string? wrong)
    {
        wrong = null;
        var text = given?.Trim();
        if (string.IsNullOrEmpty(text))
            return null;
        var value = Read(item, text);
        if (value is null)
            wrong = item.Kind.ToString().ToLowerInvariant();
        return value;
    }

    private static AnswerValue? Read(FormItem item, string text) =>
        item.Kind switch
        {
            ItemKind.YesNo => text is "true" or "false" ? new YesNoAnswer(text == "true") : null,
            ItemKind.Number or ItemKind.WholeNumber or ItemKind.Quantity => ReadNumber(item, text),
            ItemKind.Day or ItemKind.DayTime or ItemKind.Time => ReadTime(item.Kind, text),
            ItemKind.Link => new TextAnswer(text, "uri"),
            _ => ReadChoiceOrText(item, text),
        };

    private static AnswerValue? ReadNumber(FormItem item, string text) =>
        (item.Kind, Number(text)) switch
        {
            (_, null) => null,
            (ItemKind.Quantity, { } n) => new QuantityAnswer(n, item.Unit, null, item.Unit),
            (ItemKind.WholeNumber, { } n) => IsWhole(n) ? new NumberAnswer(n, true) : null,
            (_, { } n) => new NumberAnswer(n, false),
        };

    private static TextAnswer? ReadTime(ItemKind kind, string text) =>
        kind switch
        {
            ItemKind.Day => IsDate(text) ? new TextAnswer(text, "date") : null,
            ItemKind.DayTime => IsDayTime(text) ? new TextAnswer(text, "dateTime") : null,
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
    /// Everything wrong with what is shown now; required items without an answer only when <paramref name="complete"/>.
    /// </summary>
    public static IReadOnlyList<Wrong> Check(FormAnswers answers, bool complete, IReadOnlySet<string>? disabled = null)
    {
        var found = new List<Wrong>();
        foreach (var (place, item, _) in FormFlow.Shown(answers, disabled: disabled))
        {
            var wrong = Of(item, answers.At(place), complete);
            found.AddRange(wrong.Select(w => w with { Place = place }));
        }
        return found;
    }

    private static IEnumerable<Wrong> Of(FormItem item, IReadOnlyList<AnswerValue> values, bool complete)
    {
        if (complete && item is { Required: true, IsQuestion: true } && values.Count == 0)
            yield return new Wrong(default, "required");
        if (!item.Repeats && values.Count > 1)
            yield return new Wrong(default, "one-only");
        foreach (var wrong in values.Select(v => Of(item, v)).OfType<Wrong>())
            yield return wrong;
    }

    /// <summary>What is wrong with one value; null when nothing is.</summary>
    public static Wrong? Of(FormItem item, AnswerValue value)
    {
        if (OutOfRange(item, value) is { } outside)
            return outside;
        if (value is TextAnswer text && text.Value.Length > MostOf(item))
            return new Wrong(default, "too-long", MostOf(item).ToString(CultureInfo.InvariantCulture));
        return IsNoOption(item, value) ? new Wrong(default, "not-an-option") : null;
    }

    private static Wrong? OutOfRange(FormItem item, AnswerValue value)
    {
        if (item.Min is { } min && FormConditions.Compare(value, min) < 0)
            return new Wrong(default, "too-low", min.Text);
        return item.Max is { } max && FormConditions.Compare(value, max) > 0
            ? new Wrong(default, "too-high", max.Text)
            : null;
    }

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

    /// <summary>A year, a month of it, or a day that there is.</summary>
    private static bool IsDate(string text) =>
        PartialDate().IsMatch(text) && (text.Length < 10 || LocalDatePattern.Iso.Parse(text).Success);

    private static bool IsDayTime(string text) => OffsetDateTimePattern.ExtendedIso.Parse(text).Success || IsDate(text);

    private static TextAnswer? Time(string text) =>
        LocalTimePattern.ExtendedIso.Parse(text.Length == 5 ? text + ":00" : text) is { Success: true } time
            ? new TextAnswer(LocalTimePattern.ExtendedIso.Format(time.Value), "time")
            : null;

    [GeneratedRegex(@"^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?$")]
    private static partial Regex PartialDate();
}
