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
        AnswerValue? value = item.Kind switch
        {
            ItemKind.YesNo => text is "true" or "false" ? new YesNoAnswer(text == "true") : null,
            ItemKind.Number => Number(text) is { } n ? new NumberAnswer(n, false) : null,
            ItemKind.WholeNumber => Number(text) is { } n && n == decimal.Truncate(n) && Math.Abs(n) <= int.MaxValue
                ? new NumberAnswer(n, true)
                : null,
            ItemKind.Quantity => Number(text) is { } n ? new QuantityAnswer(n, item.Unit, null, item.Unit) : null,
            ItemKind.Day => PartialDate().IsMatch(text) && IsRealDate(text) ? new TextAnswer(text, "date") : null,
            ItemKind.DayTime => OffsetDateTimePattern.ExtendedIso.Parse(text).Success
            || (PartialDate().IsMatch(text) && IsRealDate(text))
                ? new TextAnswer(text, "dateTime")
                : null,
            ItemKind.Time => LocalTimePattern.ExtendedIso.Parse(text.Length == 5 ? text + ":00" : text)
                is { Success: true } time
                ? new TextAnswer(LocalTimePattern.ExtendedIso.Format(time.Value), "time")
                : null,
            ItemKind.Link => new TextAnswer(text, "uri"),
            ItemKind.Choice when item.Options.Count == 0 => new ChoiceAnswer(null, null, text),
            ItemKind.Choice => Option(item, text),
            ItemKind.OpenChoice => Option(item, text) ?? new TextAnswer(text),
            _ => item.Options.Count > 0 ? Option(item, text) : new TextAnswer(text),
        };
        if (value is null)
            wrong = item.Kind.ToString().ToLowerInvariant();
        return value;
    }

    /// <summary>
    /// Everything wrong with what is shown now; required items without an answer only when <paramref name="complete"/>.
    /// </summary>
    public static IReadOnlyList<Wrong> Check(FormAnswers answers, bool complete, IReadOnlySet<string>? disabled = null)
    {
        var found = new List<Wrong>();
        foreach (var (place, item, _) in FormFlow.Shown(answers, disabled: disabled))
        {
            var values = answers.At(place);
            if (complete && item is { Required: true, IsQuestion: true } && values.Count == 0)
                found.Add(new Wrong(place, "required"));
            if (!item.Repeats && values.Count > 1)
                found.Add(new Wrong(place, "one-only"));
            foreach (var value in values)
                if (Of(item, value) is { } wrong)
                    found.Add(wrong with { Place = place });
        }
        return found;
    }

    /// <summary>What is wrong with one value; null when nothing is.</summary>
    public static Wrong? Of(FormItem item, AnswerValue value)
    {
        if (item.Min is { } min && FormConditions.Compare(value, min) < 0)
            return new Wrong(default, "too-low", min.Text);
        if (item.Max is { } max && FormConditions.Compare(value, max) > 0)
            return new Wrong(default, "too-high", max.Text);
        if (value is TextAnswer text && text.Value.Length > (item.MaxLength ?? MaxText))
            return new Wrong(default, "too-long", (item.MaxLength ?? MaxText).ToString(CultureInfo.InvariantCulture));
        return
            item.Kind == ItemKind.Choice
            && item.Options.Count > 0
            && !item.Options.Any(o => FormConditions.Compare(o.Value, value) == 0)
            ? new Wrong(default, "not-an-option")
            : null;
    }

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

    private static bool IsRealDate(string text) => text.Length < 10 || LocalDatePattern.Iso.Parse(text).Success;

    [GeneratedRegex(@"^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?$")]
    private static partial Regex PartialDate();
}
