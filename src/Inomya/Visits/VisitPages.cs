using Inomya.Content;
using Inomya.Journals;
using Inomya.Programmes;
using Inomya.Reports;

namespace Inomya.Visits;

/// <summary>
/// The pages for one visit: the report for its reader, what the person wrote in their own words, what is private only
/// where it was chosen for this once, and the reply slip; without what was struck out.
/// </summary>
public sealed class VisitPages(
    ReportShelf shelf,
    Words words,
    VisitRules rules,
    ReplySlip slip,
    WorksheetForms worksheets
)
{
    private const string CostsPart = "costs",
        NotesPart = "notes",
        WritingPart = "writing";

    private static readonly string[] PrivateParts = [CostsPart, NotesPart, WritingPart];

    /// <summary>What this reader may be given on top; each is chosen anew each time.</summary>
    public IReadOnlyList<string> MayHave(string reader) =>
        [.. ReportWriter.MayHave(shelf.Content, reader), .. rules.PrivateReaders.Contains(reader) ? PrivateParts : []];

    /// <summary>Null where nothing was recorded at all.</summary>
    public async Task<StruckReport?> WriteAsync(
        Journal journal,
        Visit visit,
        VisitChoice choice,
        CancellationToken stop = default
    )
    {
        if (await ReportSource.ReadAsync(journal, shelf, words, null, null, stop) is not { } read)
            return null;
        var part = visit.Notes is { } notes ? VisitPart.Of(notes, words) with { Reader = choice.Reader } : null;
        var source = read with { Visit = part };
        var also = await PrivateAsync(journal, read.Window, choice, stop);
        return Struck(WithOwn(Report(source, choice), part, also, choice), source, choice);
    }

    private ReportDocument Report(ReportSource source, VisitChoice choice) =>
        ReportWriter.Write(shelf, words, source, choice.Reader, choice.With, choice.LeftOut);

    private StruckReport Struck(ReportDocument report, ReportSource source, VisitChoice choice) =>
        StrikeOut.Apply(report, words, choice.Struck, choice.Kept, NamesOf(choice.Struck, source));

    /// <summary>
    /// What lines that were struck out name, whichever reader's they are: a medicine that was struck out for the doctor
    /// stays so where its row is left out, or where another reader has it in a picture only.
    /// </summary>
    private List<string> NamesOf(IReadOnlySet<string> struck, ReportSource source) =>
        struck.Count == 0
            ? []
            :
            [
                .. from reader in ReportWriter.Audiences(shelf.Content)
                let whole = ReportWriter.Write(
                    shelf,
                    words,
                    source,
                    reader,
                    ReportWriter.MayHave(shelf.Content, reader)
                )
                from name in StrikeOut.NamesIn(whole, words, struck)
                select name,
            ];

    /// <summary>
    /// Own words come right after the asks; what is private before how far to trust it all; the slip on its own page.
    /// </summary>
    private ReportDocument WithOwn(
        ReportDocument report,
        VisitPart? part,
        IReadOnlyList<ReportSection> also,
        VisitChoice choice
    )
    {
        var sections = report.Sections.ToList();
        var hasAsks = ReportAudience.Find(shelf.Content, choice.Reader)!.Sections.Contains("asks");
        if (part?.Changed is { } changed && hasAsks && !choice.LeftOut.Contains("changed"))
            sections.Insert(EndOfHead(sections), ChangedOf(changed));
        sections.InsertRange(Math.Max(0, sections.Count - 1), also);
        if (choice.WithSlip && hasAsks)
            sections.Add(SlipSection());
        return report with
        {
            Sections = sections,
            MostPages = also.Count > 0 ? null : report.MostPages + (choice.WithSlip ? 1 : 0),
        };
    }

    /// <summary>After who it is and what they ask.</summary>
    private static int EndOfHead(List<ReportSection> sections) =>
        sections.FindLastIndex(s => s.Id is "who" or "asks") + 1;

    /// <summary>Line by line, so that each can be struck out.</summary>
    private ReportSection ChangedOf(string changed) =>
        new(
            "changed",
            words["visits.section.changed"],
            [
                .. changed
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Select(line => new TextBlock(line)),
            ]
        );

    private ReportSection SlipSection() =>
        new(
            "slip",
            words["visits.section.slip"],
            [
                new TextBlock(words["visits.slip.lead"]),
                .. slip.Groups.Select(g => new ChecksBlock(
                    words[$"visit.slip.group.{g.Key}"],
                    [.. g.Select(i => words[$"visit.slip.{i.Id}"])]
                )),
                new LinesBlock(words["visits.slip.lines"], rules.SlipLines),
            ]
        )
        {
            OnNewPage = true,
        };

    private async Task<IReadOnlyList<ReportSection>> PrivateAsync(
        Journal journal,
        VisitWindow window,
        VisitChoice choice,
        CancellationToken stop
    )
    {
        var sections = new List<ReportSection>();
        foreach (var part in MayHave(choice.Reader).Intersect(PrivateParts).Where(choice.With.Contains))
            sections.Add(new ReportSection(part, HeadingOf(part, window), [await BlockAsync(part)]));
        return sections;

        async Task<ReportBlock> BlockAsync(string part) =>
            await LinesAsync(journal, window, part, stop) is { Count: > 0 } lines
                ? new ListBlock(lines)
                : new TextBlock(words["visits.none-in-time"]);
    }

    /// <summary>With its own days: the rest of the pages may be about others.</summary>
    private string HeadingOf(string part, VisitWindow window) =>
        words[
            "visits.section.in-time",
            ("section", words[$"visits.section.{part}"]),
            ("from", window.From),
            ("to", window.To)
        ];

    private async Task<IReadOnlyList<string>> LinesAsync(
        Journal journal,
        VisitWindow window,
        string part,
        CancellationToken stop
    ) =>
        part switch
        {
            CostsPart => CostLines(await journal.AllAsync<Cost>(stop), window),
            NotesPart => [.. (await journal.NotesAsync(window.From, window.To, stop)).Select(n => On(n.Day, n.Text))],
            _ => WritingLines(await journal.AllAsync<Worksheet>(stop), window),
        };

    /// <summary>By kind and currency; currencies are never added up.</summary>
    private List<string> CostLines(IEnumerable<Cost> costs, VisitWindow window) =>
        [
            .. costs
                .Where(c => c.Amount is not null && c.Day >= window.From && c.Day <= window.To)
                .GroupBy(c => (c.Kind, c.Currency))
                .OrderBy(g => g.Key.Kind)
                .Select(g =>
                    words[
                        "visits.cost",
                        ("kind", words[$"costs.kind.{g.Key.Kind.ToString().ToLowerInvariant()}"]),
                        ("amount", words.Number((double)g.Sum(c => c.Amount!.Value), 2)),
                        ("currency", g.Key.Currency)
                    ]
                ),
        ];

    private List<string> WritingLines(IEnumerable<Worksheet> sheets, VisitWindow window) =>
        [
            .. sheets
                .Where(s => s.Day >= window.From && s.Day <= window.To)
                .Where(s => worksheets.Find(s.Kind) is not { ToNobody: true })
                .OrderBy(s => s.Day)
                .Select(s => On(s.Day, LineOf(s))),
        ];

    private string LineOf(Worksheet sheet) =>
        $"{TitleOf(sheet)}. {string.Join("; ", sheet.Read().Select(f => FieldOf(sheet, f)))}";

    private string TitleOf(Worksheet sheet) =>
        worksheets.Find(sheet.Kind) is null ? sheet.Kind : words[$"worksheet.{sheet.Kind}.title"];

    private string FieldOf(Worksheet sheet, KeyValuePair<string, string> field) =>
        words.Has($"worksheet.{sheet.Kind}.{field.Key}")
            ? $"{words[$"worksheet.{sheet.Kind}.{field.Key}"]}: {field.Value}"
            : field.Value;

    private string On(NodaTime.LocalDate day, string text) => $"{words.ShortDay(day)}: {text}";
}
