using System.Text;
using DocumentFormat.OpenXml.Packaging;
using Inomya.Content;
using Inomya.Documents;
using Inomya.Journals;
using Inomya.Programmes;
using Inomya.Reports;
using Inomya.Tests.Medicines;
using Inomya.Tests.Reports;
using Inomya.Visits;
using NodaTime;
using NodaTime.Testing;
using UglyToad.PdfPig;

namespace Inomya.Tests.Visits;

/// <summary>A visit of the made journal, and its pages in every form in which they can leave.</summary>
internal static class MadeVisits
{
    public static readonly Words English = new(Shelf.Content);

    public static readonly VisitRules Rules = VisitRules.Read(Shelf.Content);

    public static readonly ReplySlip Slip = ReplySlip.Read(Shelf.Content);

    public static VisitPages Pages { get; } =
        new(Shelf.Reports, English, Rules, Slip, WorksheetForms.Read(Shelf.Content));

    public static LocalDate Today => Storage.Noon.InUtc().Date;

    /// <summary>The made journal of the reports with a visit to come.</summary>
    public static async Task<(Journal Journal, Guid Visit)> MakeAsync(params Recorded[] besides)
    {
        var journal = await ReportJournal.MakeAsync();
        return (journal, await AddAsync(journal, 5, besides));
    }

    /// <summary>Nothing but a visit to come.</summary>
    public static async Task<(Journal Journal, Guid Visit, FakeClock Clock)> EmptyAsync()
    {
        var clock = new FakeClock(Storage.Noon);
        var journal = await Storage.NewJournalAsync(Storage.Sqlite, clock);
        return (journal, await AddAsync(journal, 5), clock);
    }

    public static async Task<Guid> AddAsync(Journal journal, int inDays, params Recorded[] besides)
    {
        var visit = new Appointment { With = "Dr Vega", Day = Today.PlusDays(inDays) };
        var draft = new Draft("edit").Add(visit);
        foreach (var fact in besides)
            draft.Add(fact);
        await journal.RecordAsync(draft);
        return visit.Id;
    }

    public static Task NoteAsync(Journal journal, Guid visit, Func<VisitNotes, VisitNotes> edit) =>
        new VisitBook(journal).NoteAsync(visit, edit, key: null);

    public static VisitChoice Choice(
        string reader = "doctor",
        string[]? with = null,
        IEnumerable<string>? struck = null,
        IEnumerable<string>? kept = null,
        bool slip = false
    ) =>
        new(
            reader,
            (with ?? []).ToHashSet(),
            new HashSet<string>(),
            (struck ?? []).ToHashSet(),
            (kept ?? []).ToHashSet(),
            slip
        );

    public static async Task<StruckReport> WriteAsync(Journal journal, Guid visit, VisitChoice choice) =>
        (await Pages.WriteAsync(journal, (await new VisitBook(journal).FindAsync($"{visit}"))!, choice))!;

    /// <summary>All that a reader could find in any file of it, also in what a file says about itself.</summary>
    public static string EveryFile(ReportDocument report)
    {
        using var pdf = PdfDocument.Open(PdfReport.Write(report, English));
        using var bytes = new MemoryStream(WordDocument.Write(report, English));
        using var word = WordprocessingDocument.Open(bytes, isEditable: false);
        return new StringBuilder(PlainText.Write(report, English))
            .AppendLine()
            .AppendJoin('\n', pdf.GetPages().Select(p => p.Text))
            .AppendLine(pdf.Information.Title)
            .AppendLine(word.MainDocumentPart!.Document!.InnerText)
            .AppendLine(word.PackageProperties.Title)
            .ToString();
    }
}
