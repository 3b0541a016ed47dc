namespace Inomya.Questionnaires;

/// <summary>enableWhen: whether its conditions hold.</summary>
internal static class FormConditions
{
    /// <summary>Whether the condition holds for the answers to its question.</summary>
    public static bool Holds(EnableWhen when, IReadOnlyList<AnswerValue> answers) =>
        when.Operator == "exists"
            ? answers.Count > 0 == ((YesNoAnswer)when.Answer).Value
            : answers.Any(a => Holds(when.Operator, Compare(a, when.Answer)));

    private static bool Holds(string comparison, int? order) =>
        comparison switch
        {
            "=" => order == 0,
            // an unanswered question is different from nothing: FHIR wants an answer that differs
            "!=" => order != 0,
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
