using System.Collections.Concurrent;
using System.Globalization;
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
            switch (values?.GetValueOrDefault(item.LinkId) is [var value, ..] ? value : null)
            {
                case double number:
                    scores.Add(item.LinkId, number);
                    break;
                case bool yes:
                    scores.Add(item.LinkId, (bool?)yes);
                    break;
                case string text:
                    scores.Add(item.LinkId, text);
                    break;
                default:
                    scores.Add(item.LinkId, (double?)null);
                    break;
            }
        return scores;
    }
}

/// <summary>Finds questionnaires by id, and keeps own ones read: their expressions are compiled once.</summary>
public sealed class FormShelf(Instruments instruments)
{
    private const int MostKept = 100;

    private readonly ConcurrentDictionary<
        (Guid Form, Guid Version),
        (Instrument Instrument, Calculator Calculator)
    > _own = new();

    /// <summary>
    /// By id of an instrument, or "own:" and the id of a form of the person; null when there is none or it cannot be
    /// used any more.
    /// </summary>
    public async Task<ShelfForm?> FindAsync(Journal journal, string id, Words words)
    {
        if (!id.StartsWith(OwnForms.Prefix, StringComparison.Ordinal))
            return instruments.Offered.FirstOrDefault(i => i.Id == id) is { } shipped
                ? new ShelfForm(shipped, words[$"instrument.{id}.name"])
                : null;
        if (
            !Guid.TryParse(id.AsSpan(OwnForms.Prefix.Length), CultureInfo.InvariantCulture, out var form)
            || await journal.FindAsync<OwnForm>(form) is not { } own
        )
            return null;
        try
        {
            return Open(own);
        }
        catch (FormException)
        {
            return null;
        }
    }

    /// <exception cref="FormException">The form cannot be used; the place is named.</exception>
    public ShelfForm Open(OwnForm own)
    {
        var key = (own.Id, own.ChangeId);
        if (!_own.TryGetValue(key, out var read))
        {
            var instrument = OwnForms.ToInstrument(own);
            read = (
                instrument,
                new Calculator(
                    instrument.Form.Value,
                    questionnaireJson: own.Json.Contains("%questionnaire", StringComparison.Ordinal) ? own.Json : null
                )
            );
            // a form that was only tried has no change yet, so it must not be taken for the one that is kept
            if (own.ChangeId != Guid.Empty && _own.Count < MostKept)
                _own.TryAdd(key, read);
        }
        return new ShelfForm(read.Instrument, own.Title, own, read.Calculator);
    }
}
