using Inomya.Content;
using Inomya.Fhir;
using Inomya.Journals;
using Inomya.Questionnaires;

namespace Inomya.Web.Questionnaires;

/// <summary>A questionnaire a person can be asked, shipped or their own.</summary>
/// <param name="Own">Null for a shipped one.</param>
/// <param name="Calculator">Works out the expressions of an own form; the shipped ones are scored natively.</param>
public sealed record ShelfForm(Instrument Instrument, string Name, OwnForm? Own = null, Calculator? Calculator = null)
{
    private static readonly HashSet<string> None = [];

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
            : Instrument.Form.Value.Find(score.Id)?.Text ?? score.Id;

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

    /// <summary>What the expressions of an own form give for the answers so far; null for a shipped one.</summary>
    public Calculation? Calculate(FormAnswers answers) => Calculator?.Calculate(answers);

    /// <summary>Items that an expression hides now.</summary>
    public IReadOnlySet<string> Disabled(FormAnswers answers) => Calculate(answers)?.Disabled ?? None;

    /// <summary>
    /// The scores of an own form: its calculated items by link id, null where an expression gave none.
    /// </summary>
    public Scores? OwnScores(FormAnswers answers)
    {
        if (Own is null)
            return null;
        var (scores, values) = (new Scores(), Calculate(answers)?.Values);
        foreach (var item in Instrument.Form.Value.All.Where(i => i.Calculated is not null))
            Add(scores, item.LinkId, values?.GetValueOrDefault(item.LinkId) is [var value, ..] ? value : null);
        return scores;
    }

    private static void Add(Scores scores, string name, object? value)
    {
        if (value is bool yes)
            scores.Add(name, (bool?)yes);
        else if (value is string text)
            scores.Add(name, text);
        else
            scores.Add(name, value as double?);
    }
}
