namespace Inomya.Questionnaires;

/// <param name="Value">What is answered by choosing it.</param>
/// <param name="Exclusive">Choosing it unchooses all others.</param>
/// <param name="IsInitial">It stands chosen before anybody has answered.</param>
public sealed record FormOption(
    AnswerValue Value,
    string? Prefix = null,
    bool Exclusive = false,
    bool IsInitial = false
)
{
    /// <summary>The label in the other languages that the file has, by BCP 47 tag.</summary>
    public IReadOnlyDictionary<string, string> Translations { get; init; } = new Dictionary<string, string>();

    /// <summary>What the person reads, as the form was written.</summary>
    public string Label => Value is ChoiceAnswer { Display: { } display } ? display : Value.Text;

    /// <summary>
    /// What the person reads in this language; as the form was written where it has no such translation.
    /// </summary>
    public string LabelIn(string language) => Translations.GetValueOrDefault(language) ?? Label;
}
