using Inomya.Content;
using Inomya.Documents;
using Inomya.Journals;
using Inomya.Web.Shell;
using Inomya.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Inomya.Web.Work;

/// <summary>
/// Keeps a letter as it was edited, and POST /work/letter/ID/file.pdf, .txt and .docx: the very text that was sent, kept
/// and given back as a file. Nothing of the journal goes into it.
/// </summary>
public static class LetterForms
{
    public const string Subject = "title",
        Part = "part";

    public static void MapLetterFiles(this IEndpointRouteBuilder routes)
    {
        foreach (var ending in ReportFile.Endings)
            routes.MapPost(
                $"/work/letter/{{id:guid}}/file{ending}",
                (
                    Guid id,
                    [FromForm] IFormCollection form,
                    [FromServices] PersonJournal person,
                    [FromServices] Words words
                ) => HandleAsync(ending, id, form, person, words)
            );
    }

    private static async Task<IResult> HandleAsync(
        string ending,
        Guid id,
        IFormCollection form,
        PersonJournal person,
        Words words
    )
    {
        var journal = await person.OpenAsync();
        if (await journal.FindAsync<LetterDraft>(id) is not { } letter)
            return Results.NotFound();
        await KeepAsync(journal, id, form);
        var document = LetterDocument.Of(TitleIn(form), TextIn(form), letter.Day);
        return Results.File(
            ReportFile.Write(ending, document, words),
            ReportFile.TypeOf(ending),
            $"{NameOf(letter, words)}{ending}"
        );
    }

    /// <summary>Without its ending. It says nothing of health: what the letter is about may.</summary>
    public static string NameOf(LetterDraft letter, Words words) => $"{words["letters.file"]}-{IsoDay.Iso(letter.Day)}";

    /// <summary>Null where the letter says the same, or is not there any more.</summary>
    public static Task<Change?> KeepAsync(Journal journal, Guid id, IFormCollection form, string? key = null) =>
        Journal.DecideAsync(async () =>
        {
            if (await journal.FindAsync<LetterDraft>(id) is not { } letter)
                return null;
            var draft = new LetterBook(journal).Edit(letter, TitleIn(form), TextIn(form), key);
            return draft.IsEmpty ? null : await journal.RecordAsync(draft);
        });

    public static string TextIn(IFormCollection form) => LetterBook.TextOf(form[Part]);

    /// <summary>What it is about; where that was emptied, its first line.</summary>
    public static string TitleIn(IFormCollection form) =>
        form[Subject].ToString().Trim() is { Length: > 0 } title ? title : TextIn(form).Split('\n')[0];
}
