using CsCheck;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Programmes;
using Inomya.RedFlags;
using Inomya.Reports;
using Inomya.Series;
using Inomya.Tests.Medicines;
using Inomya.Tests.Questionnaires;
using Inomya.Tests.Reports;

namespace Inomya.Tests.Programmes;

/// <summary>What a person writes for themselves is kept as written, found again, and heard where it calls for help.</summary>
public class WorksheetTests
{
    private static readonly WorksheetForms Forms = WorksheetForms.Read(ContentCheck.Content);

    public static TheoryData<string> Ids => [.. Forms.Forms.Select(f => f.Id)];

    [Theory, MemberData(nameof(Ids))]
    public void A_form_and_each_of_its_fields_have_words_in_every_language(string id)
    {
        var form = Forms.Find(id)!;
        foreach (var words in Words.Languages(ContentCheck.Content).Select(l => new Words(ContentCheck.Content, l)))
        {
            var keys = form
                .Fields.Select(f => $"worksheet.{id}.{f.Id}")
                .Concat([$"worksheet.{id}.title", $"worksheet.{id}.lead"])
                .Concat(form.Areas.Select(a => $"worksheet.area.{a}"))
                .Concat(form.Fields.SelectMany(f => f.Choices).Select(c => $"worksheet.choice.{c}"));
            Assert.DoesNotContain(keys, k => !words.Has(k));
        }
        Assert.Equal(form.Asked().Select(a => a.Name), form.Asked().Select(a => a.Name).Distinct());
    }

    [Fact]
    public void The_thought_record_has_its_seven_columns()
    {
        var fields = Forms.Find("thought-record")!.Fields.Select(f => f.Id).ToHashSet();
        Assert.Superset(
            new HashSet<string>
            {
                "situation",
                "feeling",
                "thought",
                "speaks-for",
                "speaks-against",
                "balanced",
                "next",
            },
            fields
        );
        Assert.Equal(
            4,
            Forms.Find("thought-record")!.Fields.Count(f => f is { Kind: WorksheetFieldKind.Rating, Top: 100 })
        );
    }

    [Fact]
    public void Whatever_is_written_is_read_back_to_the_letter() =>
        Gen.Dictionary(Gen.String[Gen.Char.AlphaNumeric, 1, 8], Gen.String)
            .Sample(fields =>
            {
                var sheet = SheetOf([.. fields.Select(f => (f.Key, f.Value))]);
                Assert.Equal(
                    fields.Where(f => f.Value.Length > 0).OrderBy(f => f.Key),
                    sheet.Read().OrderBy(f => f.Key)
                );
            });

    [Fact]
    public void A_text_that_cannot_be_read_breaks_nothing() =>
        Assert.Empty(
            new Worksheet
            {
                Kind = "own-words",
                Fields = "{",
                Day = new(2026, 11, 22),
            }.Read()
        );

    private static Worksheet SheetOf(params (string, string)[] fields) =>
        new()
        {
            Kind = "own-words",
            Fields = Worksheet.Write(fields),
            Day = new(2026, 11, 22),
        };

    [Theory]
    [InlineData("café", true)]
    [InlineData("CAFE sol", true)]
    [InlineData("caf", true)]
    [InlineData("own", true)]
    [InlineData("rain", false)]
    [InlineData("", true)]
    public void It_is_found_by_the_beginnings_of_its_words_in_any_order(string query, bool found) =>
        Assert.Equal(
            found ? 1 : 0,
            WorksheetSearch.Find([SheetOf(("text", "Al sol con café."))], query, _ => "In your own words").Count
        );

    [Fact]
    public async Task Words_of_ending_ones_life_are_heard_over_line_ends_and_accents()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var crisis = new CrisisWords(ContentCheck.Content);
        var calm = await journal.RecordAsync(new Draft("writing").Add(SheetOf(("text", "A walk."))));
        Assert.False(await crisis.AreInAsync(journal, calm.Id));
        var loud = await journal.RecordAsync(
            new Draft("writing").Add(SheetOf(("about", "no"), ("text", "I want to\nkill myself")))
        );
        Assert.True(await crisis.AreInAsync(journal, loud.Id));
    }

    [Fact]
    public async Task No_report_and_no_table_holds_a_word_of_what_was_written()
    {
        const string Planted = "Zarzamora";
        var journal = await ReportJournal.MakeAsync();
        await journal.RecordAsync(new Draft("writing").Add(SheetOf(("text", Planted)) with { Day = journal.Today }));
        var source = await ReportJournal.SourceAsync(journal);
        foreach (var audience in ReportWriter.Audiences(ContentCheck.Content))
        foreach (var language in Words.Languages(ContentCheck.Content))
        {
            var words = new Words(ContentCheck.Content, language);
            var document = ReportText.Of(
                ReportWriter.Write(
                    Shelf.Reports,
                    words,
                    source,
                    audience,
                    [.. ReportWriter.MayHave(ContentCheck.Content, audience)]
                )
            );
            Assert.DoesNotContain(Planted, document, StringComparison.OrdinalIgnoreCase);
        }
        var table = new StringWriter();
        SeriesCsv.Write(await DaySeriesReader.ReadAsync(journal, new MeasureCatalogue(ContentCheck.Content)), table);
        Assert.DoesNotContain(Planted, $"{table}", StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_same_sheet_sent_twice_is_known_and_another_day_form_or_word_is_another_sheet()
    {
        var sheet = SheetOf(("text", "Sun, and coffee."));
        Assert.True(SheetOf(("text", "Sun, and coffee.")).IsAmong([sheet]));
        Assert.False(SheetOf(("text", "Sun, and tea.")).IsAmong([sheet]));
        Assert.False((sheet with { Day = sheet.Day.PlusDays(1) }).IsAmong([sheet]));
        Assert.False((sheet with { Kind = "good-thing" }).IsAmong([sheet]));
        Assert.False(sheet.IsAmong([]));
    }
}
