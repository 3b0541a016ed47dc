using Inomya.Content;
using Inomya.Questionnaires;

namespace Inomya.Web.Questionnaires;

/// <summary>An answer in words that a person reads.</summary>
internal static class AnswerText
{
    private const string Exact = "0.##########";

    public static string Of(FormItem item, AnswerValue value, Words words) =>
        value switch
        {
            YesNoAnswer yes => words[yes.Value ? "common.yes" : "common.no"],
            NumberAnswer number => WithUnit(number.Value, item.Unit, words),
            QuantityAnswer quantity => WithUnit(quantity.Value, quantity.Unit ?? quantity.Code, words),
            ChoiceAnswer choice => OptionOf(item, choice)?.LabelIn(words.Language) ?? choice.Display ?? choice.Text,
            _ => value.Text,
        };

    private static FormOption? OptionOf(FormItem item, ChoiceAnswer choice) =>
        item.Options.FirstOrDefault(o => o.Value is ChoiceAnswer option && option.Is(choice));

    private static string WithUnit(decimal value, string? unit, Words words) =>
        $"{value.ToString(Exact, words.Culture)} {unit}".TrimEnd();

    /// <summary>What is wrong with an answer, with what would be right where there is a limit.</summary>
    public static string Of(Wrong wrong, Words words) =>
        words.Has($"questionnaires.wrong.{wrong.Key}")
            ? words[$"questionnaires.wrong.{wrong.Key}", ("limit", wrong.Limit)]
            : words["questionnaires.wrong"];
}
