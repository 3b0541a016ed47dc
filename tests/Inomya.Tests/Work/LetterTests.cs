using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Inomya.Content;
using Inomya.Documents;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Reports;
using Inomya.Series;
using Inomya.Tests.Documents;
using Inomya.Tests.Medicines;
using Inomya.Vocabulary;
using Inomya.Work;
using UglyToad.PdfPig;

namespace Inomya.Tests.Work;

/// <summary>A letter tells what was ticked and counted, and not one word of the rest of the journal.</summary>
public class LetterTests
{
    private static readonly Words English = new(Shelf.Content);
    private static readonly WorkShelf Work = WorkJournal.Work;

    public static TheoryData<string, string> Letters
    {
        get
        {
            var letters = new TheoryData<string, string>();
            foreach (var letter in Work.Letters)
            foreach (var language in Words.Languages(Shelf.Content))
                letters.Add(letter.Id, language);
            return letters;
        }
    }

    private static LetterQuestion Asked(
        string letter = "adjustments",
        LetterEvidence evidence = LetterEvidence.None,
        string? country = null,
        string? diagnosis = null
    ) =>
        new(
            letter,
            ["fatigue", "pain-sitting"],
            [.. Work.For(["fatigue"], []).Take(3).Select(a => a.Id)],
            evidence,
            country,
            diagnosis
        );

    private static async Task<(string Title, string Text)> WriteAsync(
        Journal journal,
        LetterQuestion asked,
        Words? words = null
    )
    {
        var days = await LetterDays.ReadAsync(journal, WorkJournal.Catalogue, WorkJournal.Functions, Work.Rules);
        return new LetterWriter(words ?? English, Work, WorkJournal.Functions).Write(
            asked,
            days,
            journal.Person.Name,
            journal.Today
        );
    }

    [Theory, MemberData(nameof(Letters))]
    public async Task No_letter_holds_a_word_of_illness_medicine_mood_or_notes_unless_it_is_wished(
        string letter,
        string language
    )
    {
        var journal = await WorkJournal.PlantedAsync();
        var words = new Words(Shelf.Content, language);
        foreach (var evidence in Enum.GetValues<LetterEvidence>())
        foreach (var country in Work.Countries.Select(c => c.Code))
        {
            var (title, text) = await WriteAsync(journal, Asked(letter, evidence, country), words);
            Assert.All([.. WorkJournal.Planted, words["measure.mood"]], word =>
                Assert.DoesNotContain(word, $"{title}\n{text}", StringComparison.OrdinalIgnoreCase)
            );
            Assert.DoesNotContain("{", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_condition_is_named_only_in_the_words_that_were_typed()
    {
        var journal = await WorkJournal.PlantedAsync();
        Assert.DoesNotContain("The cause is", (await WriteAsync(journal, Asked())).Text, StringComparison.Ordinal);
        var (_, text) = await WriteAsync(journal, Asked(diagnosis: "fibromyalgia"));
        Assert.Contains("The cause is fibromyalgia.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_says_the_days_it_is_from_and_names_no_symptom_unless_that_is_chosen()
    {
        var journal = await WorkJournal.PlantedAsync();
        var none = (await WriteAsync(journal, Asked())).Text;
        var function = (await WriteAsync(journal, Asked(evidence: LetterEvidence.Function))).Text;
        var named = (await WriteAsync(journal, Asked(evidence: LetterEvidence.Measures))).Text;
        Assert.DoesNotContain("(90 days)", none, StringComparison.Ordinal);
        Assert.Contains("(90 days)", function, StringComparison.Ordinal);
        Assert.Contains(
            $"{English["measure.function"]}, higher is better: noted on 40 of 90 days",
            function,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(English["measure.fatigue"], function, StringComparison.Ordinal);
        Assert.Contains(
            $"{English["measure.fatigue"]}, lower is better: noted on 40 of 90 days",
            named,
            StringComparison.Ordinal
        );
        // 40 days: 14 could not, 26 could; washing oneself is nobody's business at work
        Assert.Contains(
            "of 40 days with an answer, 26 “I could”, 0 “With help or an aid”, 14 “I could not”",
            function,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(English["function.activity.wash"], function, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_counted_for_a_letter_is_never_mood_nor_a_measure_of_ones_own()
    {
        var journal = await WorkJournal.PlantedAsync();
        var days = await LetterDays.ReadAsync(journal, WorkJournal.Catalogue, WorkJournal.Functions, Work.Rules);
        Assert.Equal(["fatigue", "function"], days.Measures.Keys.Order());
        Assert.Equal(["concentrate-30"], days.Activities.Select(a => a.Activity));
    }

    [Fact]
    public async Task What_has_too_few_days_is_left_out_and_not_guessed()
    {
        var journal = await WorkJournal.PlantedAsync(days: Work.Rules.LeastDays - 1);
        var (_, text) = await WriteAsync(journal, Asked(evidence: LetterEvidence.Measures));
        Assert.DoesNotContain("(90 days)", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Better.Lower, ", lower is better: noted on 20 of 90 days")]
    [InlineData(Better.Higher, ", higher is better: noted on 20 of 90 days")]
    [InlineData(Better.Neither, ": noted on 20 of 90 days")]
    public void Which_way_is_good_is_said_only_of_what_has_a_good_side(Better better, string told)
    {
        double[] values = [.. Enumerable.Range(0, 90).Select(i => i < 20 ? 3.0 + (i % 3) : double.NaN)];
        var measure = WorkJournal.Catalogue.Find("function")! with { Better = better };
        var days = new LetterDays(
            WorkJournal.Today.PlusDays(-89),
            WorkJournal.Today,
            new Dictionary<string, WindowCount>
            {
                ["function"] = new(new DayColumn(new ColumnName("function"), measure, values), Summary.Of(values)),
            },
            []
        );
        var (_, text) = new LetterWriter(English, Work, WorkJournal.Functions).Write(
            Asked(evidence: LetterEvidence.Function),
            days,
            "Ana",
            WorkJournal.Today
        );
        Assert.Contains($"- {English["measure.function"]}{told}", text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task A_page_for_an_office_claims_no_days_where_none_are_told(string language)
    {
        var words = new Words(Shelf.Content, language);
        var journal = await WorkJournal.PlantedAsync();
        var told = (await WriteAsync(journal, Asked("benefits", LetterEvidence.Function), words)).Text;
        Assert.Contains(words["work.letter.benefits.opening"], told, StringComparison.Ordinal);
        Assert.Contains(words["work.letter.benefits.closing"], told, StringComparison.Ordinal);
        var empty = await Storage.NewJournalAsync(Storage.Sqlite);
        foreach (
            var text in new[]
            {
                (await WriteAsync(journal, Asked("benefits"), words)).Text,
                (await WriteAsync(empty, Asked("benefits", LetterEvidence.Measures), words)).Text,
            }
        )
        {
            Assert.DoesNotContain(words["work.letter.benefits.opening"], text, StringComparison.Ordinal);
            Assert.DoesNotContain(words["work.letter.benefits.closing"], text, StringComparison.Ordinal);
            Assert.Contains(words["work.letter.benefits.opening.no-days"], text, StringComparison.Ordinal);
            Assert.DoesNotContain(language == "es" ? "día a día" : "day by day", text, StringComparison.Ordinal);
        }
    }

    public static TheoryData<string> Languages => [.. Words.Languages(Shelf.Content)];

    [Fact]
    public async Task What_is_only_ticked_is_told_from_one_day_on_as_the_hint_says_and_all_else_from_enough()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var draft = new Draft("checkin").Add(
            new Entry
            {
                Measure = "bad_day",
                Value = 1,
                Day = journal.Today,
                Unit = "1",
                Source = "checkin",
            }
        );
        await journal.RecordAsync(draft);
        var days = await LetterDays.ReadAsync(journal, WorkJournal.Catalogue, WorkJournal.Functions, Work.Rules);
        Assert.Equal(["bad_day"], days.Measures.Keys);
        Assert.Contains("told from one day on", English["letters.evidence.hint"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_law_that_was_chosen_is_named_and_no_other_and_a_school_is_told_of_schools()
    {
        var journal = await WorkJournal.PlantedAsync();
        var work = (await WriteAsync(journal, Asked(country: "GB"))).Text;
        var school = (await WriteAsync(journal, Asked("school", country: "GB"))).Text;
        Assert.Contains(English["work.law.GB.frame"], work, StringComparison.Ordinal);
        Assert.Contains(English["work.law.GB.school"], school, StringComparison.Ordinal);
        Assert.All(Work.Countries.Where(c => c.Code != "GB"), c =>
            Assert.DoesNotContain(English[$"work.law.{c.Code}.frame"], work, StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            English["work.law.GB.frame"],
            (await WriteAsync(journal, Asked())).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_files_hold_the_edited_text_and_not_a_word_more()
    {
        const string Title = "Changes at work: Ana";
        const string Text = "Hello,\n\nMy own words, with\na second line.\n\n- one thing";
        var letter = LetterDocument.Of(Title, Text, WorkJournal.Today);
        Assert.Equal($"{Title}\n\n{Text}\n", PlainText.Write(letter, English));

        using var pdf = PdfDocument.Open(PdfReport.Write(letter, English));
        Assert.Equal(PdfReading.Bare(Title + Text), PdfReading.Bare(string.Concat(pdf.GetPages().Select(p => p.Text))));
        Assert.Equal(Title, pdf.Information.Title);
        Assert.Empty(PdfReading.Overprinted(pdf));
        Assert.Empty(PdfReading.OffThePaper(pdf));
        Assert.DoesNotContain(
            "Inomya",
            $"{pdf.Information.Creator}{pdf.Information.Author}{pdf.Information.Subject}",
            StringComparison.Ordinal
        );

        using var word = WordprocessingDocument.Open(
            new MemoryStream(WordDocument.Write(letter, English)),
            isEditable: false
        );
        Assert.Equal(
            [Title, .. Text.Split('\n')],
            word.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(p => p.InnerText)
        );
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task A_draft_is_kept_and_each_edit_is_a_version_more(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var book = new LetterBook(journal);
        var (draft, letter) = book.Begin(Asked(), ("About", "One\n\nTwo"), "en", "key-1");
        await journal.RecordAsync(draft);
        var kept = Assert.Single(await book.AllAsync());
        await journal.RecordAsync(book.Edit(kept, "About", LetterBook.TextOf(["One", "", " Three "]), null));
        Assert.Equal("One\n\nThree", Assert.Single(await book.AllAsync()).Text);
        Assert.Equal(
            ["One\n\nTwo", "One\n\nThree"],
            (await journal.VersionsAsync<LetterDraft>(letter.Id)).Select(v => v.Text)
        );
        Assert.True(book.Edit((await book.AllAsync())[0], "About", "One\n\nThree", null).IsEmpty);
        // sent twice, it is one letter
        Assert.Equal(letter.Id, book.Begin(Asked(), ("About", "One"), "en", "key-1").Letter.Id);
    }

    public static TheoryData<string> Storages => Storage.Both;

    [Fact]
    public async Task A_report_never_holds_a_letter()
    {
        var journal = await WorkJournal.PlantedAsync();
        await journal.RecordAsync(
            new LetterBook(journal).Begin(Asked(), ("Letterword", "Letterword"), "en", null).Draft
        );
        var source = (await ReportSource.ReadAsync(journal, Shelf.Reports, English, null, null))!;
        foreach (var audience in ReportWriter.Audiences(Shelf.Content))
        {
            var report = ReportWriter.Write(
                Shelf.Reports,
                English,
                source,
                audience,
                ReportWriter.MayHave(Shelf.Content, audience)
            );
            Assert.DoesNotContain("Letterword", PlainText.Write(report, English), StringComparison.Ordinal);
        }
    }
}
