using Inomya.Content;
using Inomya.Fhir;
using Inomya.Journals;
using Inomya.Questionnaires;

namespace Inomya.Web.Questionnaires;

/// <summary>A questionnaire a person can be asked, shipped or their own.</summary>
/// <param name="Own">Null for a shipped one.</param>
/// <param name="Calculator">Works out the expressions of an own form; the shipped ones are scored natively.</param>
/// <param name="Patient">The person, where they let the form read who they are.</param>
public sealed record ShelfForm(
    Instrument Instrument,
    string Name,
    OwnForm? Own = null,
    Calculator? Calculator = null,
    Person? Patient = null
)
{
    /// <summary>
    /// The language of an item's words where it is not the page's; null where it is, or where nobody knows.
    /// </summary>
    /// <remarks>
    /// Shipped questionnaires are written in English; of the person's own ones the language is not known.
    /// </remarks>
    public string? OtherLanguage(FormItem item, Words words) =>
        Own is null && words.Language != Words.Fallback && !item.Translations.ContainsKey(words.Language)
            ? Words.Fallback
            : null;

    public string NameOf(Words words, ScoreMeaning score) =>
        Own is null
            ? words[$"instrument.{Instrument.Id}.score.{score.Id}"]
            : Instrument.Form.Value.Find(score.Id)?.TextIn(words.Language) ?? score.Id;

    /// <summary>
    /// The band that a response was told, in words, and whose bands these are; null where it was told none, or in words
    /// that are there no more.
    /// </summary>
    public (string Name, string Version)? BandOf(Words words, Response response, ScoreMeaning score) =>
        QuestionnaireBook.StoredBand(response, score, Instrument.Meaning) is { } told
        && $"instrument.{Instrument.Id}.band.{told.Set}.{told.Key}" is var key
        && words.Has(key)
            ? (words[key], told.Version)
            : null;

    /// <summary>The answers of a form that nobody has begun: what it puts there itself.</summary>
    public FormAnswers Begin() => Calculator?.Begin(Patient) ?? FormAnswers.Begin(Instrument.Form.Value);

    /// <summary>What the expressions of an own form give for the answers so far; nothing for a shipped one.</summary>
    public Calculation Calculate(FormAnswers answers) =>
        Calculator?.Calculate(answers, patient: Patient)
        ?? new Calculation(answers, new Dictionary<string, IReadOnlyList<object>>(), []);

    /// <summary>The question with the answers that an expression offers there, where it has one.</summary>
    public static FormItem Asked(ShownItem shown, Calculation calculation) =>
        shown.Item.AnswerExpression is not null && calculation.Offered.TryGetValue(shown.Place, out var offered)
            ? shown.Item with
            {
                Options = [.. offered.Select(v => new FormOption(v))],
            }
            : shown.Item;

    /// <summary>
    /// What an own form wants before it is done, and where; a shipped one is scored by its own rule for what is missing.
    /// </summary>
    public IReadOnlyList<(Place Place, string Message)> Missing(Calculation calculation, Words words) =>
        Own is null
            ? []
            :
            [
                .. FormCheck
                    .Check(calculation.Answers, complete: true)
                    .Select(w => (w.Place, $"{TextOf(w.Place, words)}: {AnswerText.Of(w, words)}")),
                .. Broken(calculation, words, errors: true),
            ];

    /// <summary>What the form says of answers that do not fit each other, and where it says so.</summary>
    /// <param name="errors">What keeps it from being done; otherwise what is only said.</param>
    public IEnumerable<(Place Place, string Message)> Broken(Calculation calculation, Words words, bool errors) =>
        calculation
            .Broken.Where(b => b.Constraint.IsError == errors)
            .Select(b => (b.Place, Said(b.Constraint, TextOf(b.Place, words), words)));

    private static string Said(FormConstraint constraint, string where, Words words) =>
        constraint.Human.Length > 0 ? constraint.Human : $"{where}: {words["questionnaires.wrong.constraint"]}";

    private string TextOf(Place place, Words words) =>
        place.LinkId.Length == 0
            ? Name
            : Instrument.Form.Value.Find(place.LinkId)!.TextIn(words.Language) ?? place.LinkId;

    /// <summary>
    /// The scores of an own form: its calculated items by link id, null where an expression gave none.
    /// </summary>
    public Scores? OwnScores(Calculation calculation)
    {
        if (Own is null)
            return null;
        var (scores, values) = (new Scores(), calculation.Values);
        foreach (var item in Instrument.Form.Value.All.Where(i => i.Calculated is not null))
            Add(scores, item.LinkId, values.GetValueOrDefault(item.LinkId) is [var value, ..] ? value : null);
        return scores;
    }

    private static void Add(Scores scores, string name, object? value)
    {
        if (value is bool yes)
            scores.Add(name, (bool?)yes);
        else if (Word(value) is { } word)
            scores.Add(name, word);
        else
            scores.Add(name, value is QuantityAnswer quantity ? (double?)quantity.Value : value as double?);
    }

    private static string? Word(object? value) =>
        value is ChoiceAnswer choice ? choice.Display ?? choice.Text : value as string;
}
