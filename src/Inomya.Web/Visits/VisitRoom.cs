using Inomya.Content;
using Inomya.Journals;
using Inomya.Programmes;
using Inomya.Reports;
using Inomya.Visits;
using Microsoft.AspNetCore.Http;

namespace Inomya.Web.Visits;

/// <summary>What the pages of a visit and its files share: which visit, and the pages as they are chosen.</summary>
public sealed class VisitRoom(
    PersonJournal person,
    ReportShelf shelf,
    Words words,
    VisitRules rules,
    ReplySlip slip,
    WorksheetForms worksheets
)
{
    private readonly VisitPages _pages = new(shelf, words, rules, slip, worksheets);

    /// <summary>Null where there is no such visit.</summary>
    public async Task<Visit?> FindAsync(string id) =>
        await new VisitBook(await person.OpenAsync()).FindAsync(id, person.Stop);

    public IReadOnlyList<string> MayHave(string reader) => _pages.MayHave(reader);

    /// <summary>Null where nothing was recorded at all.</summary>
    public async Task<StruckReport?> WriteAsync(Visit visit, VisitChoice choice) =>
        await _pages.WriteAsync(await person.OpenAsync(), visit, choice, person.Stop);

    public string MarkOf(StruckReport pages) => PreviewMark.Of(pages.Document, words);

    /// <summary>As it is noted; nothing private.</summary>
    public VisitChoice ChoiceOf(Visit visit) =>
        new(
            ReaderOf(visit.Notes?.Reader),
            new HashSet<string>(),
            SetOf(visit.Notes?.LeftOut),
            SetOf(visit.Notes?.Struck),
            SetOf(visit.Notes?.Kept),
            visit.Notes?.WithSlip ?? false
        );

    /// <summary>
    /// As it was sent. A line that went because it names something struck out stays once its tick is taken away. What
    /// was struck out elsewhere since the pages were shown stays so.
    /// </summary>
    public VisitChoice ChoiceIn(IFormCollection form, Visit visit)
    {
        var (also, offered) = (ValuesOf(form, "also"), ValuesOf(form, "offered"));
        var kept = ValuesOf(form, "kept");
        kept.UnionWith(offered.Except(also));
        return new VisitChoice(
            ReaderOf(form["for"]),
            ValuesOf(form, "with"),
            ValuesOf(form, "without"),
            StruckIn(form, SetOf(visit.Notes?.Struck)),
            kept,
            form["slip"].Count > 0
        );
    }

    /// <param name="noted">What is struck out by now, here or in another tab.</param>
    private static HashSet<string> StruckIn(IFormCollection form, HashSet<string> noted)
    {
        var ticked = ValuesOf(form, "struck");
        var broughtBack = ValuesOf(form, "was-struck").Except(ticked);
        return [.. noted.Union(ticked).Except(broughtBack)];
    }

    /// <summary>Notes what may be remembered of a choice; what is private is not.</summary>
    public async Task NoteAsync(Visit visit, VisitChoice choice, string? key) =>
        await new VisitBook(await person.OpenAsync()).NoteAsync(
            visit.Id,
            notes =>
                notes with
                {
                    Reader = choice.Reader,
                    LeftOut = Written(choice.LeftOut),
                    Struck = Written(choice.Struck),
                    Kept = Written(choice.Kept),
                    WithSlip = choice.WithSlip,
                },
            key
        );

    private string ReaderOf(string? asked) =>
        asked is { } reader && ReportWriter.Audiences(shelf.Content).Contains(reader) ? reader : VisitPart.UsualReader;

    private static HashSet<string> ValuesOf(IFormCollection form, string field) =>
        [.. form[field].OfType<string>().Where(v => v.Length > 0)];

    private static HashSet<string> SetOf(string? written) =>
        [.. (written ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static string? Written(IEnumerable<string> ids) =>
        string.Join(' ', ids.Order(StringComparer.Ordinal)) is { Length: > 0 } written ? written : null;
}
