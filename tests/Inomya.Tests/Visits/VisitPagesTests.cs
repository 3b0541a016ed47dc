using Inomya.Content;
using Inomya.Journals;
using Inomya.Reports;
using Inomya.Story;
using Inomya.Tests.Medicines;
using Inomya.Tests.Reports;
using Inomya.Visits;

namespace Inomya.Tests.Visits;

/// <summary>
/// What a visit adds to the report: asks first, own words as one's own, what is private only when chosen, the slip.
/// </summary>
public class VisitPagesTests
{
    private static readonly Recorded[] Planted =
    [
        new Cost
        {
            Kind = CostKind.Medicine,
            Day = MadeVisits.Today.PlusDays(-3),
            Amount = 12.4m,
            Currency = "EUR",
        },
        new Note
        {
            Day = MadeVisits.Today.PlusDays(-2),
            Text = "planted note",
            Source = "checkin",
        },
        new Worksheet
        {
            Kind = "thought-record",
            Fields = Worksheet.Write([("thought", "planted thought")]),
            Day = MadeVisits.Today.PlusDays(-1),
        },
    ];

    private static readonly string[] Private = ["12.4 EUR", "planted note", "planted thought"];

    public static TheoryData<string> Readers => [.. ReportWriter.Audiences(Shelf.Content)];

    [Theory, MemberData(nameof(Readers))]
    public async Task What_is_private_goes_to_nobody_unless_it_was_chosen_for_these_pages(string reader)
    {
        var (journal, visit) = await MadeVisits.MakeAsync(Planted);
        await MadeVisits.NoteAsync(journal, visit, n => n with { Worry = "w", Changed = "c" });
        var usual = MadeVisits.EveryFile(
            (await MadeVisits.WriteAsync(journal, visit, MadeVisits.Choice(reader))).Document
        );
        Assert.All(Private, word => Assert.DoesNotContain(word, usual, StringComparison.Ordinal));
        var chosen = MadeVisits.EveryFile(
            (
                await MadeVisits.WriteAsync(
                    journal,
                    visit,
                    MadeVisits.Choice(reader, with: ["costs", "notes", "writing"])
                )
            ).Document
        );
        var mayHave = MadeVisits.Rules.PrivateReaders.Contains(reader);
        Assert.All(Private, word => Assert.Equal(mayHave, chosen.Contains(word, StringComparison.Ordinal)));
        Assert.Equal(mayHave, MadeVisits.Pages.MayHave(reader).Contains("notes"));
    }

    [Fact]
    public async Task What_was_written_to_ones_former_self_goes_to_nobody_also_where_writing_was_chosen()
    {
        var (journal, visit) = await MadeVisits.MakeAsync([
            .. Planted,
            new Worksheet
            {
                Kind = "two-years-ago",
                Fields = Worksheet.Write([("knew", "planted letter to myself")]),
                Day = MadeVisits.Today.PlusDays(-1),
            },
        ]);
        var pages = await MadeVisits.WriteAsync(journal, visit, MadeVisits.Choice("doctor", with: ["writing"]));
        var told = MadeVisits.EveryFile(pages.Document);
        Assert.Contains("planted thought", told, StringComparison.Ordinal);
        Assert.DoesNotContain("planted letter to myself", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("costs", "Costs, ")]
    [InlineData("notes", "My notes, ")]
    [InlineData("writing", "What I wrote for myself, ")]
    public async Task What_is_private_says_its_own_days_where_the_report_is_about_others(string part, string heading)
    {
        var last = new Appointment { With = "Dr Vega", Day = MadeVisits.Today.PlusDays(-20) };
        var (journal, visit) = await MadeVisits.MakeAsync([.. Planted, last]);
        var reader = MadeVisits.Rules.PrivateReaders.First(r =>
            ReportAudience.Find(Shelf.Content, r)!.SinceVisit is false
        );
        var pages = (await MadeVisits.WriteAsync(journal, visit, MadeVisits.Choice(reader, with: [part]))).Document;
        var days = $"{MadeVisits.English.ShortDay(last.Day)} to {MadeVisits.English.ShortDay(MadeVisits.Today)}";
        Assert.Equal(heading + days, pages.Sections.Single(s => s.Id == part).Heading);
        Assert.DoesNotContain(days, pages.Period, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_no_reader_was_chosen_what_is_asked_goes_to_the_doctor_alone()
    {
        var (journal, visit) = await MadeVisits.MakeAsync();
        await MadeVisits.NoteAsync(journal, visit, n => n with { Worry = "my knee" });
        Assert.Null((await journal.AllAsync<VisitNotes>()).Single().Reader);
        var source = await ReportJournal.SourceAsync(journal);
        var told = ReportWriter
            .Audiences(Shelf.Content)
            .Where(r =>
                ReportText
                    .Of(ReportWriter.Write(Shelf.Reports, MadeVisits.English, source, r))
                    .Contains("my knee", StringComparison.Ordinal)
            );
        Assert.Equal(["doctor"], told);
    }

    [Fact]
    public void Nobody_who_reads_no_health_word_may_have_what_is_private() =>
        Assert.Empty(MadeVisits.Rules.PrivateReaders.Intersect(["employer", "family", "pharmacist"]));

    [Fact]
    public void What_is_noted_of_a_visit_has_no_place_for_what_is_private() =>
        Assert.Equal(
            [
                "AppointmentId",
                "Changed",
                "Decide",
                "FirstQuestion",
                "Kept",
                "LeftOut",
                "Plan",
                "Reader",
                "SecondQuestion",
                "Struck",
                "ThirdQuestion",
                "WithSlip",
                "Worry",
            ],
            typeof(VisitNotes)
                .GetProperties()
                .Where(p => p.DeclaringType == typeof(VisitNotes) && p.CanWrite)
                .Select(p => p.Name)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public async Task The_asks_of_the_visit_that_comes_stand_on_the_doctors_page_as_typed_and_first()
    {
        var (journal, visit) = await MadeVisits.MakeAsync();
        await MadeVisits.NoteAsync(journal, visit, n =>
            n with
            {
                Worry = "That it never ends",
                Decide = "Whether a pain clinic helps",
                FirstQuestion = "Is the tingling from the medicine? It began in the week after the dose was raised.",
                ThirdQuestion = "  ¿Y el sueño?",
            }
        );
        var source = await ReportJournal.SourceAsync(journal);
        var report = ReportWriter.Write(Shelf.Reports, MadeVisits.English, source, "doctor");
        Assert.Equal("asks", report.Sections[1].Id); // after who it is
        Assert.Equal(
            [
                "To be decided: Whether a pain clinic helps",
                "Is the tingling from the medicine? It began in the week after the dose was raised.",
                "  ¿Y el sueño?",
                "My greatest worry: That it never ends",
            ],
            Assert.IsType<ListBlock>(Assert.Single(report.Sections[1].Blocks)).Items
        );
    }

    [Fact]
    public async Task Asks_for_one_reader_are_told_to_no_other_and_after_the_day_to_none()
    {
        var (journal, visit) = await MadeVisits.MakeAsync();
        await MadeVisits.NoteAsync(journal, visit, n => n with { Reader = "physiotherapist", Worry = "my knee" });
        var text = await TextAsync("doctor");
        Assert.DoesNotContain("my knee", text, StringComparison.Ordinal);
        Assert.Contains("To write on by hand", text, StringComparison.Ordinal);
        Assert.Contains("my knee", await TextAsync("physiotherapist"), StringComparison.Ordinal);
        foreach (var reader in (string[])["employer", "family", "self"])
            Assert.DoesNotContain("my knee", await TextAsync(reader), StringComparison.Ordinal);
        var past = (await journal.FindAsync<Appointment>(visit))!;
        await journal.RecordAsync(new Draft("edit").Correct(past, past with { Day = MadeVisits.Today.PlusDays(-1) }));
        Assert.DoesNotContain("my knee", await TextAsync("physiotherapist"), StringComparison.Ordinal);
        var chosen = await MadeVisits.WriteAsync(journal, visit, MadeVisits.Choice("physiotherapist"));
        Assert.Contains("my knee", MadeVisits.EveryFile(chosen.Document), StringComparison.Ordinal);

        async Task<string> TextAsync(string reader) =>
            ReportText.Of(
                ReportWriter.Write(Shelf.Reports, MadeVisits.English, await ReportJournal.SourceAsync(journal), reader)
            );
    }

    [Fact]
    public async Task What_the_app_says_changed_has_the_very_words_and_numbers_of_the_report()
    {
        var (journal, _) = await MadeVisits.MakeAsync();
        var source = await ReportJournal.SourceAsync(journal);
        var text = ChangedText.Of(Shelf.Reports, MadeVisits.English, source);
        var report = ReportWriter.Write(Shelf.Reports, MadeVisits.English, source, "doctor");
        var since = report.Sections.Single(s => s.Id == "since");
        Assert.All(since.Blocks.OfType<TableBlock>().Single().Rows.SelectMany(r => r).Where(c => c.Length > 0), cell =>
            Assert.Contains(cell, text, StringComparison.Ordinal)
        );
        var told =
            ReportText.Of(report) + string.Join(' ', new StorySentences(MadeVisits.English, source.Story!).Scores);
        var numbers = System.Text.RegularExpressions.Regex.Matches(text, @"\d+(\.\d+)?").Select(m => m.Value);
        Assert.All(numbers, number => Assert.Contains(number, told, StringComparison.Ordinal));
        Assert.DoesNotContain("PHQ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Own_words_stand_in_its_place_marked_as_such_and_the_app_never_speaks_for_the_person()
    {
        var (journal, visit) = await MadeVisits.MakeAsync();
        var before = await MadeVisits.WriteAsync(journal, visit, MadeVisits.Choice());
        Assert.DoesNotContain(before.Document.Sections, s => s.Id == "changed");
        await MadeVisits.NoteAsync(journal, visit, n => n with { Changed = "It is worse.\nI sleep less." });
        var after = await MadeVisits.WriteAsync(journal, visit, MadeVisits.Choice());
        Assert.Equal(["who", "asks", "changed", "since"], after.Document.Sections.Take(4).Select(s => s.Id));
        var section = after.Document.Sections[2];
        Assert.Equal("What changed, in my own words", section.Heading);
        Assert.Equal(["It is worse.", "I sleep less."], section.Blocks.OfType<TextBlock>().Select(t => t.Text));
        var employer = await MadeVisits.WriteAsync(journal, visit, MadeVisits.Choice("employer"));
        Assert.DoesNotContain("I sleep less", MadeVisits.EveryFile(employer.Document), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reply_slip_is_half_a_page_of_boxes_and_lines_where_it_is_wanted()
    {
        var (journal, visit) = await MadeVisits.MakeAsync();
        var pages = await MadeVisits.WriteAsync(journal, visit, MadeVisits.Choice(slip: true));
        var slip = pages.Document.Sections[^1];
        Assert.Equal(("slip", true, 3), (slip.Id, slip.OnNewPage, pages.Document.MostPages!.Value));
        Assert.Equal(MadeVisits.Slip.Items.Count, slip.Blocks.OfType<ChecksBlock>().Sum(c => c.Items.Count));
        var files = MadeVisits.EveryFile(pages.Document);
        Assert.Contains("[ ] We agreed on a plan", files, StringComparison.Ordinal);
        Assert.Contains("☐ We agreed on a plan", files, StringComparison.Ordinal);
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(
            Inomya.Documents.PdfReport.Write(pages.Document, MadeVisits.English)
        );
        Assert.InRange(pdf.NumberOfPages, 1, 3);
        Assert.Contains("When to worry", pdf.GetPage(pdf.NumberOfPages).Text, StringComparison.Ordinal);
        Assert.DoesNotContain((await MadeVisits.WriteAsync(journal, visit, MadeVisits.Choice())).Document.Sections, s =>
            s.Id == "slip"
        );
    }

    [Fact]
    public async Task Questions_alone_make_pages_of_a_journal_in_which_nothing_else_was_recorded()
    {
        var (journal, visit, _) = await MadeVisits.EmptyAsync();
        Assert.Null(
            await MadeVisits.Pages.WriteAsync(
                journal,
                (await new VisitBook(journal).FindAsync(VisitBook.Next))!,
                MadeVisits.Choice()
            )
        );
        await MadeVisits.NoteAsync(journal, visit, n => n with { SecondQuestion = "Why?" });
        var pages = await MadeVisits.WriteAsync(journal, visit, MadeVisits.Choice());
        Assert.Contains("Why?", MadeVisits.EveryFile(pages.Document), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_noted_is_a_version_and_the_same_again_is_no_change()
    {
        var (journal, visit, _) = await MadeVisits.EmptyAsync();
        var book = new VisitBook(journal);
        Assert.NotNull(await book.NoteAsync(visit, n => n with { Worry = "a" }, null));
        Assert.Null(await book.NoteAsync(visit, n => n with { Worry = "a" }, null));
        Assert.NotNull(await book.NoteAsync(visit, n => n with { Worry = null }, null));
        Assert.Equal(
            ["a", null],
            (await journal.VersionsAsync<VisitNotes>(VisitNotes.IdOf(visit))).Select(v => v.Worry)
        );
        Assert.Null(await book.NoteAsync(Guid.NewGuid(), n => n with { Worry = "a" }, null));
    }
}
