using Inomya.Content;
using Inomya.Journals;
using Inomya.Reports;
using Inomya.Story;
using Inomya.Tests.Documents;
using Inomya.Tests.Medicines;
using Inomya.Visits;
using NodaTime;

namespace Inomya.Tests.Visits;

/// <summary>What is struck out is nowhere: not in the page, PDF, Word or text, and not under another heading.</summary>
public class StrikeOutTests
{
    public static TheoryData<string> Readers => [.. ReportWriter.Audiences(Shelf.Content)];

    private static ReportLine LineWith(StruckReport pages, string text) =>
        pages.Left.First(l => l.Text.Contains(text, StringComparison.Ordinal));

    [Theory, MemberData(nameof(Readers))]
    public async Task Every_line_that_a_reader_is_given_can_be_struck_out(string reader)
    {
        var (journal, visit) = await MadeVisits.MakeAsync();
        var all = await MadeVisits.WriteAsync(journal, visit, MadeVisits.Choice(reader, slip: true));
        Assert.Equal(all.Left.Count, all.Left.Select(l => l.Id).Distinct().Count());
        var none = await MadeVisits.WriteAsync(
            journal,
            visit,
            MadeVisits.Choice(reader, struck: all.Left.Select(l => l.Id), slip: true)
        );
        Assert.Empty(none.Document.Sections);
        Assert.Equal(("Report", ""), (none.Document.Title, none.Document.Period));
        Assert.Equal(all.Left.Select(l => l.Id), none.Struck.Select(l => l.Id));
    }

    [Fact]
    public void Every_line_of_every_block_can_go_by_itself_and_nothing_else_goes_with_it()
    {
        var report = MadeReports.With("x");
        var lines = StrikeOut.Lines(report, MadeVisits.English);
        foreach (var line in lines.Where(l => l.Names.Count == 0))
        {
            var struck = StrikeOut.Apply(report, MadeVisits.English, Set(line.Id), Set());
            Assert.Equal([line], struck.Struck);
            Assert.Equal(lines.Count - 1, struck.Left.Count);
            Assert.NotEqual(
                PreviewMark.Of(report, MadeVisits.English),
                PreviewMark.Of(struck.Document, MadeVisits.English)
            );
        }
    }

    private static HashSet<string> Set(params string[] ids) => [.. ids];

    [Theory]
    [InlineData("Cymbalta", "Cymbalta, ")] // a treatment: in the table, the bars of both pictures, the check
    [InlineData("Migraine", "Other conditions told")]
    [InlineData("Penicillin", "Allergies")]
    [InlineData("Ana", "Name: Ana")] // also in the title, and in what a file says about itself
    [InlineData("Ferritin", "Ferritin")]
    [InlineData("Zebra worry", "Zebra worry")]
    [InlineData("Quagga question", "Quagga question")]
    [InlineData("Okapi changed", "Okapi changed")]
    [InlineData("lyrica", "lyrica")] // ended long ago: a bar of the long view alone
    public async Task A_planted_word_that_was_struck_out_is_in_no_file(string word, string line)
    {
        var (journal, visit) = await MadeVisits.MakeAsync();
        await MadeVisits.NoteAsync(journal, visit, n =>
            n with
            {
                Worry = "Zebra worry",
                FirstQuestion = "Quagga question?",
                Changed = "Okapi changed.\nThe second line stays.",
            }
        );
        var before = await MadeVisits.WriteAsync(journal, visit, MadeVisits.Choice());
        Assert.Contains(word, MadeVisits.EveryFile(before.Document), StringComparison.OrdinalIgnoreCase);
        var after = await MadeVisits.WriteAsync(journal, visit, MadeVisits.Choice(struck: [LineWith(before, line).Id]));
        // "analysis" is no name
        var comparison = word == "Ana" ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        Assert.DoesNotContain(word, MadeVisits.EveryFile(after.Document), comparison);
        Assert.Contains("The second line stays.", MadeVisits.EveryFile(after.Document), StringComparison.Ordinal);
        Assert.Contains("Sleep", MadeVisits.EveryFile(after.Document), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_goes_along_is_told_and_can_stay()
    {
        var (journal, visit) = await MadeVisits.MakeAsync();
        var before = await MadeVisits.WriteAsync(journal, visit, MadeVisits.Choice());
        var row = before.Left.First(l => l.Section == "medicines" && l.Names.Contains("Cymbalta")).Id;
        var after = await MadeVisits.WriteAsync(journal, visit, MadeVisits.Choice(struck: [row]));
        Assert.Equal("Cymbalta, ", Assert.Single(after.Struck).Text[..10]);
        var bar = Assert.Single(after.Also, l => l.Section == "picture");
        var kept = await MadeVisits.WriteAsync(journal, visit, MadeVisits.Choice(struck: [row], kept: [bar.Id]));
        Assert.Contains(
            kept.Document.Sections.Single(s => s.Id == "picture").Blocks.OfType<CourseBlock>().Single().Bars,
            b => b.Name == "Cymbalta"
        );
        Assert.DoesNotContain(kept.Also, l => l.Id == bar.Id);
    }

    [Theory]
    [InlineData("medicines", "Cymbalta", "doctor", "medicines")] // left out, and in both pictures and the check
    [InlineData("medicines", "Cymbalta", "pharmacist", "medicines")]
    [InlineData("medicines", "Cymbalta", "second-opinion", "medicines")]
    [InlineData("years", "lyrica", "self", "history")] // a bar of the doctor's, a row of one's own
    public async Task What_was_struck_out_stays_so_where_its_line_is_left_out_or_another_reader_has_none(
        string section,
        string name,
        string reader,
        string without
    )
    {
        var (journal, visit) = await MadeVisits.MakeAsync();
        var before = await MadeVisits.WriteAsync(journal, visit, MadeVisits.Choice());
        var line = before.Left.First(l => l.Section == section && l.Names.Contains(name)).Id;
        var choice = MadeVisits.Choice(reader, struck: [line]) with { LeftOut = Set(without) };
        var shown = await MadeVisits.WriteAsync(journal, visit, choice with { Struck = Set() });
        Assert.DoesNotContain(shown.Left, l => l.Id == line);
        Assert.Contains(name, MadeVisits.EveryFile(shown.Document), StringComparison.OrdinalIgnoreCase);
        var after = await MadeVisits.WriteAsync(journal, visit, choice);
        Assert.DoesNotContain(name, MadeVisits.EveryFile(after.Document), StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(after.Also);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Rows_that_differ_by_a_digit_are_two_lines_whichever_of_them_is_there(bool named)
    {
        var both = WithRows(named, "B6", "B12");
        var struck = StrikeOut
            .Lines(both, MadeVisits.English)
            .Single(l => l.Text.StartsWith("B6.", StringComparison.Ordinal))
            .Id;
        // the row that was struck out has gone: the other one does not take its place
        var after = StrikeOut.Apply(WithRows(named, "B12"), MadeVisits.English, Set(struck), Set());
        Assert.Equal(["B12. b: x"], after.Left.Where(l => l.Section == "laboratory").Select(l => l.Text));
        Assert.Equal([struck], after.Gone);
    }

    private static ReportDocument WithRows(bool named, params string[] rows) =>
        MadeReports.With("x") with
        {
            Sections =
            [
                new ReportSection(
                    "laboratory",
                    "h",
                    [
                        new TableBlock("c", ["a", "b"], [.. rows.Select(r => (string[])[r, "x"])])
                        {
                            Names = named ? rows : [],
                        },
                    ]
                ),
            ],
        };

    [Fact]
    public async Task That_nothing_is_noted_is_no_name()
    {
        var (journal, visit, _) = await MadeVisits.EmptyAsync();
        await MadeVisits.NoteAsync(journal, visit, n => n with { Worry = "w" });
        var before = await MadeVisits.WriteAsync(journal, visit, MadeVisits.Choice());
        var after = await MadeVisits.WriteAsync(
            journal,
            visit,
            MadeVisits.Choice(struck: [LineWith(before, "Allergies").Id])
        );
        Assert.Empty(after.Also);
        Assert.Equal(before.Left.Count - 1, after.Left.Count);
    }

    [Fact]
    public void A_short_name_is_looked_for_as_a_whole_word()
    {
        var report = MadeReports.With("x") with
        {
            Sections =
            [
                new ReportSection(
                    "medicines",
                    "h",
                    [
                        new TableBlock(
                            "c",
                            ["a", "b"],
                            [
                                ["B, daily", "x"],
                            ]
                        )
                        {
                            Names = ["B"],
                        },
                        new ListBlock(["About better days", "With B at night"]),
                    ]
                ),
            ],
        };
        var row = StrikeOut.Lines(report, MadeVisits.English).Single(l => l.Names is ["B"]).Id;
        var struck = StrikeOut.Apply(report, MadeVisits.English, Set(row), Set());
        Assert.Equal(["With B at night"], struck.Also.Select(l => l.Text));
    }

    [Fact]
    public async Task A_line_stays_struck_out_when_its_numbers_change_and_one_that_is_gone_is_told()
    {
        var (journal, visit) = await MadeVisits.MakeAsync();
        var before = await MadeVisits.WriteAsync(journal, visit, MadeVisits.Choice());
        var worst = LineWith(before, "Pain, worst day").Id;
        await journal.RecordAsync(
            new Draft("checkin").Add(
                new Entry
                {
                    Measure = "pain",
                    Value = 10,
                    ScaleLow = 0,
                    ScaleTop = 10,
                    Unit = "{score}",
                    Day = MadeVisits.Today.PlusDays(-3),
                    Source = "checkin",
                }
            )
        );
        var after = await MadeVisits.WriteAsync(journal, visit, MadeVisits.Choice(struck: [worst, "0123456789ab"]));
        Assert.Equal([worst], after.Struck.Select(l => l.Id));
        Assert.Equal(["0123456789ab"], after.Gone);
        Assert.DoesNotContain("Pain, worst day", MadeVisits.EveryFile(after.Document), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mark_of_pages_tells_any_difference_also_one_that_only_a_picture_shows()
    {
        var (journal, visit) = await MadeVisits.MakeAsync();
        var pages = await MadeVisits.WriteAsync(journal, visit, MadeVisits.Choice());
        var again = await MadeVisits.WriteAsync(journal, visit, MadeVisits.Choice());
        var mark = PreviewMark.Of(pages.Document, MadeVisits.English);
        Assert.Equal(mark, PreviewMark.Of(again.Document, MadeVisits.English));
        var report = MadeReports.With("x");
        var marks = new[]
        {
            report,
            report with
            {
                Title = "y",
            },
            WithCourse(report, c => c with { Values = [.. c.Values.Skip(1).Prepend(9)] }),
            WithCourse(report, c => c with { BadDays = [] }),
            WithCourse(report, c => c with { Flares = [(c.Start, c.Start)] }),
            WithCourse(report, c => c with { Second = null }),
        }.Select(r => PreviewMark.Of(r, MadeVisits.English));
        Assert.Equal(6, marks.Distinct().Count());
    }

    private static ReportDocument WithCourse(ReportDocument report, Func<CourseBlock, CourseBlock> edit) =>
        report with
        {
            Sections =
            [
                .. report.Sections.Select(s =>
                    s with
                    {
                        Blocks = [.. s.Blocks.Select(b => b is CourseBlock c ? edit(c) : b)],
                    }
                ),
            ],
        };
}
