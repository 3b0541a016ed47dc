namespace Inomya.Questionnaires;

/// <summary>enableWhen: whether its conditions hold.</summary>
internal static class FormConditions
{
    /// <summary>Whether the condition holds for the answers to its question.</summary>
    public static bool Holds(EnableWhen when, IReadOnlyList<AnswerValue> answers) =>
        when.Operator == "exists"
            ? answers.Count > 0 == ((YesNoAnswer)when.Answer).Value
            : HoldsForAnswers(when, answers);

    /// <summary>
    /// "!=" wants an answer, and that none of several is the one named; the others, that one of them fits.
    /// </summary>
    private static bool HoldsForAnswers(EnableWhen when, IReadOnlyList<AnswerValue> answers) =>
        when.Operator == "!="
            ? answers.Count > 0 && answers.All(a => Compare(a, when.Answer) != 0)
            : answers.Any(a => Holds(when.Operator, Compare(a, when.Answer)));

    private static bool Holds(string comparison, int? order) =>
        comparison switch
        {
            "=" => order == 0,
            ">" => order > 0,
            "<" => order < 0,
            ">=" => order >= 0,
            _ => order <= 0,
        };

    /// <summary>Below, at or above 0; null where the two cannot be compared.</summary>
    public static int? Compare(AnswerValue a, AnswerValue b) =>
        (a, b) switch
        {
            (YesNoAnswer x, YesNoAnswer y) => x.Value.CompareTo(y.Value),
            (ChoiceAnswer x, _) => IsSame(x, b) ? 0 : null,
            (QuantityAnswer x, QuantityAnswer y) => Compare(x, y),
            (TextAnswer { Type: "date" or "dateTime" } x, TextAnswer y) => FormDates.Compare(x.Value, y.Value),
            (TextAnswer x, TextAnswer y) => string.CompareOrdinal(x.Value, y.Value),
            _ when Number(a) is { } x && Number(b) is { } y => x.CompareTo(y),
            _ => null,
        };

    private static bool IsSame(ChoiceAnswer choice, AnswerValue other) =>
        other switch
        {
            ChoiceAnswer option => choice.Is(option),
            TextAnswer text => choice.Code is null && choice.Display == text.Value,
            _ => false,
        };

    private static int? Compare(QuantityAnswer a, QuantityAnswer b) =>
        (a.Code ?? a.Unit) == (b.Code ?? b.Unit) ? a.Value.CompareTo(b.Value) : null;

    private static decimal? Number(AnswerValue value) =>
        value switch
        {
            NumberAnswer number => number.Value,
            QuantityAnswer quantity => quantity.Value,
            _ => null,
        };
}
