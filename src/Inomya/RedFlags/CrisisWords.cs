using System.Globalization;
using System.Text;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Questionnaires;

namespace Inomya.RedFlags;

/// <summary>
/// Finds the phrases of content/crisis by which someone may write of ending their life, so that whom to call is shown
/// first.
/// </summary>
/// <remarks>
/// No verdict and no score: it only decides whether the contacts stand on the next page. Nothing of it is kept.
/// </remarks>
public sealed class CrisisWords
{
    /// <summary>Every place of a journal that a person writes into in their own words.</summary>
    private static readonly IReadOnlyList<TextsOf> OwnWords =
    [
        In<Note>(n => [n.Text]),
        In<HistoryItem>(h => [h.Text]),
        In<Mark>(m => [m.Text]),
        In<SideEffect>(s => [s.Text]),
        In<Allergy>(a => [a.Name, a.Reaction]),
        In<Treatment>(t => [t.Name, t.Purpose]),
        In<Course>(c => [c.StopReason]),
        In<Experiment>(e => [e.StopReason]),
        In<Activity>(a => [a.Text]),
        In<Appointment>(a => [a.With, a.Note]),
        In<Examination>(e => [e.Text]),
        In<Cost>(c => [c.Text]),
        In<Worksheet>(w => w.Read().Values),
        In<FlarePlan>(p =>
            [p.EarlySigns, p.FirstHour, p.FirstDay, p.Medicines, p.People, p.WorkMessage, p.SeekCare, p.WayBack]
        ),
    ];

    private readonly List<string> _phrases;

    /// <exception cref="ContentException">The file cannot be used.</exception>
    public CrisisWords(ContentFolder content) =>
        _phrases = [.. content.Read<PhraseFile>("crisis/phrases.yaml").Phrases.Values.SelectMany(p => p).Select(Plain)];

    /// <summary>One of the phrases stands in it, in whatever language.</summary>
    public bool AreIn(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return false;
        var plain = Plain(text);
        return _phrases.Exists(p => plain.Contains(p, StringComparison.Ordinal));
    }

    /// <summary>
    /// These answers open the crisis path: by a safety rule of the instrument, by what was written, or by a question
    /// that asks for it.
    /// </summary>
    public bool AreIn(Instrument instrument, FormAnswers answers) =>
        instrument.Alarms(answers.ForScoring()).Count > 0
        || FormFlow
            .Shown(answers)
            .Where(s => s.Item.IsQuestion)
            .Any(s => answers.At(s.Place).Any(a => IsWritten(a) || (AreIn(s.Item) && !IsNo(s.Item, a))));

    /// <summary>
    /// One of the phrases stands in what a change wrote, or a question of the person's own that holds one was answered
    /// with more than nothing.
    /// </summary>
    public async Task<bool> AreInAsync(Journal journal, Guid change, CancellationToken stop = default) =>
        (await TextsAsync(journal, change, stop)).Any(AreIn) || await IsAnsweredAsync(journal, change, stop);

    private async Task<bool> IsAnsweredAsync(Journal journal, Guid change, CancellationToken stop)
    {
        var entries = (await journal.OfChangeAsync<Entry>(change, stop)).Written.Where(e => e.Value > 0).ToList();
        if (entries.Count == 0)
            return false;
        var own = await journal.AllAsync<OwnMeasure>(stop);
        return own.Any(o => AreIn(o.Name) && entries.Exists(e => e.Measure == o.Measure));
    }

    /// <summary>Everything in the person's own words that a change wrote.</summary>
    private static async Task<IReadOnlyList<string?>> TextsAsync(Journal journal, Guid change, CancellationToken stop)
    {
        var texts = new List<string?>();
        foreach (var textsOf in OwnWords)
            texts.AddRange(await textsOf(journal, change, stop));
        return texts;
    }

    private static TextsOf In<T>(Func<T, IEnumerable<string?>> texts)
        where T : Recorded =>
        async (journal, change, stop) => (await journal.OfChangeAsync<T>(change, stop)).Written.SelectMany(texts);

    private bool IsWritten(AnswerValue answer) =>
        answer switch
        {
            TextAnswer text => AreIn(text.Value),
            // an option that was written by hand
            ChoiceAnswer { Code: null, Display: { } written } => AreIn(written),
            _ => false,
        };

    private bool AreIn(FormItem item) => AreIn(item.Text) || item.Translations.Values.Any(AreIn);

    /// <summary>No, nothing, never: the first option of a list, as such questions are built.</summary>
    private static bool IsNo(FormItem item, AnswerValue answer) =>
        answer switch
        {
            YesNoAnswer yesNo => !yesNo.Value,
            NumberAnswer number => number.Value == 0,
            QuantityAnswer quantity => quantity.Value == 0,
            ChoiceAnswer choice => choice.Weight == 0
                || (item.Options is [{ Value: ChoiceAnswer first }, ..] && first.Is(choice)),
            TextAnswer text => text.Value.Trim().ToUpperInvariant() is "NO" or "NEVER" or "NUNCA" or "NONE" or "0",
            _ => false,
        };

    /// <summary>
    /// " i don t want to live ": without accents, capitals and punctuation, so that a phrase is found from the start of
    /// a word.
    /// </summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(" ");
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
            if (char.IsLetterOrDigit(letter))
                plain.Append(char.ToLowerInvariant(letter));
            else if (char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && plain[^1] != ' ')
                plain.Append(' ');
        return plain.ToString();
    }

    private delegate Task<IEnumerable<string?>> TextsOf(Journal journal, Guid change, CancellationToken stop);

    private sealed class PhraseFile
    {
        public string? ReviewedBy { get; set; }
        public Dictionary<string, List<string>> Phrases { get; set; } = [];
    }
}
