using Inomya.Content;
using Inomya.Journals;

namespace Inomya.Work;

/// <summary>The letters that a person keeps.</summary>
public sealed class LetterBook(Journal journal)
{
    /// <summary>Last part of the locale key change.KIND.</summary>
    public const string Kind = "letter";

    /// <summary>The last begun first.</summary>
    public async Task<IReadOnlyList<LetterDraft>> AllAsync(CancellationToken stop = default) =>
        [.. (await journal.AllAsync<LetterDraft>(stop)).OrderByDescending(l => l.Day).ThenByDescending(l => l.Id)];

    /// <summary>A new letter, not written yet.</summary>
    /// <param name="key">The submission's own id.</param>
    public (Draft Draft, LetterDraft Letter) Begin(
        LetterQuestion asked,
        (string Title, string Text) written,
        string language,
        string? key
    )
    {
        var letter = new LetterDraft
        {
            // from the submission, so that one that is sent twice leads to the one letter
            Id = key is null ? Guid.CreateVersion7() : Recorded.ImportId(Kind, key),
            Day = journal.Today,
            Letter = asked.Letter,
            Country = asked.Country,
            Language = language,
            Title = written.Title,
            Text = written.Text,
        };
        return (new Draft(Kind, key, journal.Today).Add(letter), letter);
    }

    /// <summary>The change that keeps a letter as it was edited; empty where nothing was changed.</summary>
    public Draft Edit(LetterDraft letter, string title, string text, string? key)
    {
        var draft = new Draft(Kind, key, journal.Today);
        return (letter.Title, letter.Text) == (title, text)
            ? draft
            : draft.Correct(letter, letter with { Title = title, Text = text });
    }

    /// <summary>The paragraphs of a text, each with its own lines.</summary>
    public static IReadOnlyList<string> ParagraphsOf(string text) =>
        [.. text.ReplaceLineEndings("\n").Split(LetterWriter.Gap, StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>One text of edited paragraphs; those that were emptied are left out.</summary>
    public static string TextOf(IEnumerable<string?> paragraphs) =>
        string.Join(
            LetterWriter.Gap,
            paragraphs.Select(p => (p ?? "").ReplaceLineEndings("\n").Trim()).Where(p => p.Length > 0)
        );
}
