using Inomya.Content;
using Inomya.Function;
using Inomya.Journals;
using Inomya.Reports;
using Inomya.Tests.Medicines;
using Inomya.Tests.Reports;
using NodaTime;

namespace Inomya.Tests.Function;

/// <summary>Counts of single days: what was not answered is on no side, and nothing is judged.</summary>
public class FunctionFileTests
{
    private static readonly LocalDate Today = new(2026, 11, 22);
    private static readonly FunctionShelf Activities = FunctionShelf.Read(Shelf.Content);
    private static readonly Words English = new(Shelf.Content);

    public static TheoryData<string> Storages => Storage.Both;

    private static FunctionDay Day(int ago, string way, string marks = "", string activity = "cook") =>
        new()
        {
            Id = FunctionDay.IdOf(Today.PlusDays(-ago), activity),
            Day = Today.PlusDays(-ago),
            Activity = activity,
            Way = way,
            Marks = marks,
        };

    private static async Task<Journal> JournalAsync(params FunctionDay[] days)
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var draft = new Draft(FunctionRecorder.Kind);
        foreach (var day in days)
            draft.Add(day);
        await journal.RecordAsync(draft);
        return journal;
    }

    private static async Task<string> ReportAsync(Journal journal, params string[] forms) =>
        ReportText.Of(
            ReportWriter.Write(Shelf.Reports, English, await ReportJournal.SourceAsync(journal), "benefits", forms)
        );

    [Fact]
    public void Days_without_an_answer_are_in_none_of_the_counts()
    {
        var file = FunctionFile.Of(
            [Day(1, "could"), Day(5, "could-not"), Day(9, "with-help")],
            Activities,
            Today.PlusDays(-29),
            Today
        );
        var cook = Assert.Single(file.Counts);
        Assert.Equal((30, 3, 3), (file.Days, file.DaysAnswered, cook.Answered));
        Assert.Equal([1, 1, 1], Activities.Ways.Select(w => cook.ByWay[w]));
        Assert.Null(file.Find("wash"));
    }

    [Fact]
    public void A_mark_is_counted_among_the_days_on_which_it_was_answered()
    {
        var file = FunctionFile.Of(
            [Day(1, "could", "safely=yes repeatedly=no"), Day(2, "could", "safely=no"), Day(3, "could")],
            Activities,
            Today.PlusDays(-29),
            Today
        );
        var cook = Assert.Single(file.Counts);
        Assert.Equal((2, 1), cook.Marks["safely"]);
        Assert.Equal((1, 1), cook.Marks["repeatedly"]);
        Assert.Equal((0, 0), cook.Marks["in-time"]);
        // done, but not safely or not often enough, is not as usual; done with no mark answered is
        Assert.Equal((3, 2), (cook.Answered, cook.Limited));
    }

    [Theory]
    [InlineData(null, 12, 2)]
    [InlineData(6, 12, 2)]
    [InlineData(12, 12, 2)]
    [InlineData(18, 18, 3)]
    public void A_form_counts_the_months_that_it_asks_about_and_never_less_than_a_year(
        int? months,
        int counted,
        int answered
    )
    {
        var told = new[] { Day(3, "could-not"), Day(200, "could"), Day(400, "could") };
        var form = new FunctionForm { Months = months };
        Assert.Equal(counted, FunctionFile.MonthsOf(form));
        Assert.Equal(answered, FunctionFile.Of(told, Activities, form, Today).Find("cook")!.Answered);
    }

    [Theory]
    [InlineData("us")]
    [InlineData("gb")]
    [InlineData("es")]
    [InlineData("de")]
    public async Task A_form_says_the_months_that_are_counted_here_and_of_other_days_none(string form)
    {
        var journal = await JournalAsync(Day(1, "could"));
        var text = await ReportAsync(journal, $"function-{form}");
        Assert.Contains("Counted here: the last 12 months.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("It asks about", text, StringComparison.Ordinal);
        var asked = ReportText.Of(
            ReportWriter.Write(
                Shelf.Reports,
                English,
                await ReportJournal.SourceAsync(journal, Today.PlusDays(-9), Today),
                "benefits",
                [$"function-{form}"]
            )
        );
        Assert.DoesNotContain("Counted here", asked, StringComparison.Ordinal);
        Assert.Contains("on 1 of 10 days", asked, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_source_names_a_time_none_is_claimed() => Assert.Null(Activities.FindForm("es")!.Months);

    [Fact]
    public void That_in_time_is_stricter_here_than_the_rule_of_PIP_is_said() =>
        Assert.All(Words.Languages(Shelf.Content), language =>
            Assert.Contains(
                language == "es" ? "más estricto que la regla del PIP" : "stricter than the rule of PIP",
                new Words(Shelf.Content, language)["function.form.gb.about"],
                StringComparison.Ordinal
            )
        );

    [Fact]
    public async Task A_form_counts_the_days_of_its_own_activities_alone()
    {
        Assert.DoesNotContain("stairs", Activities.FindForm("gb")!.Activities);
        var journal = await JournalAsync(
            Day(1, "could"),
            Day(2, "could-not", activity: "stairs"),
            Day(3, "could-not", activity: "stairs")
        );
        var document = ReportWriter.Write(
            Shelf.Reports,
            English,
            await ReportJournal.SourceAsync(journal),
            "benefits",
            ["function-gb"]
        );
        Assert.Contains("on 3 of 365 days", TextOf(document, "function-days"), StringComparison.Ordinal);
        Assert.Contains("on 1 of 365 days", TextOf(document, "function-gb"), StringComparison.Ordinal);
    }

    private static string TextOf(ReportDocument document, string section) =>
        ReportText.Of(document with { Sections = [.. document.Sections.Where(s => s.Id == section)] });

    [Fact]
    public async Task It_is_about_its_own_days_and_tells_neither_who_nor_how_much_else_was_recorded()
    {
        var journal = await ReportJournal.MakeAsync();
        await journal.RecordAsync(new Draft(FunctionRecorder.Kind).Add(Day(1, "could")));
        var source = await ReportJournal.SourceAsync(journal);
        var document = ReportWriter.Write(Shelf.Reports, English, source, "benefits");
        var window = $"{English.ShortDay(Today.PlusMonths(-12).PlusDays(1))} to {English.ShortDay(Today)}";
        Assert.StartsWith(window, document.Period, StringComparison.Ordinal);
        var text = ReportText.Of(document);
        Assert.DoesNotContain("nothing was recorded", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Migraine", text, StringComparison.Ordinal);
        Assert.DoesNotContain(English["report.who.diagnoses"], text, StringComparison.Ordinal);
        // whoever is told of the record still is
        var doctor = ReportText.Of(ReportWriter.Write(Shelf.Reports, English, source, "doctor"));
        Assert.Contains("nothing was recorded", doctor, StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_that_nobody_looked_up_is_not_shown()
    {
        var folder = Directory.CreateTempSubdirectory("inomya-function-").FullName;
        try
        {
            var text = File.ReadAllText(Path.Combine(Shelf.Content.Path, "work", "function.yaml"));
            var (forms, of) = (text.IndexOf("\nforms:", StringComparison.Ordinal), "verified: seen");
            Assert.Contains(of, text[forms..], StringComparison.Ordinal);
            Directory.CreateDirectory(Path.Combine(folder, "work"));
            File.WriteAllText(
                Path.Combine(folder, "work", "function.yaml"),
                text[..forms] + text[forms..].Replace(of, "verified: memory", StringComparison.Ordinal)
            );
            var read = FunctionShelf.Read(new ContentFolder(folder));
            Assert.Null(read.FindForm("de"));
            Assert.NotNull(read.FindForm("gb"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task A_correction_is_a_version_more_and_an_answer_taken_back_counts_no_more(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var recorder = new FunctionRecorder(journal, Activities);
        await TellAsync("could");
        await TellAsync("could-not");
        Assert.Equal("could-not", (await recorder.ToldAsync(Today))["cook"].Way);
        Assert.Equal(
            ["could", "could-not"],
            (await journal.VersionsAsync<FunctionDay>(FunctionDay.IdOf(Today, "cook"))).Select(v => v.Way)
        );
        Assert.True((await DraftAsync("could-not")).IsEmpty);
        await TellAsync(null);
        Assert.Empty(await recorder.ToldAsync(Today));

        async Task TellAsync(string? way) => await journal.RecordAsync(await DraftAsync(way));

        Task<Draft> DraftAsync(string? way) =>
            recorder.DraftAsync(Today, new Dictionary<string, (string?, string)> { ["cook"] = (way, "") }, null);
    }

    [Fact]
    public async Task What_content_does_not_have_is_not_recorded()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var answers = new Dictionary<string, (string?, string)> { ["fly"] = ("could", ""), ["cook"] = ("maybe", "") };
        Assert.True((await new FunctionRecorder(journal, Activities).DraftAsync(Today, answers, null)).IsEmpty);
    }

    [Fact]
    public async Task The_report_says_the_counts_and_that_other_days_are_on_no_side()
    {
        var text = await ReportAsync(await JournalAsync(Day(1, "could"), Day(2, "could-not"), Day(3, "with-help")));
        Assert.Contains("on 3 of 365 days at least one activity was answered", text, StringComparison.Ordinal);
        Assert.Contains("neither as a good nor as a bad day", text, StringComparison.Ordinal);
        Assert.Contains(English["function.activity.cook"], text, StringComparison.Ordinal);
        Assert.Contains("2 of 3 days (67 %)", text, StringComparison.Ordinal);
        Assert.DoesNotContain(English["function.activity.wash"], text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_shape_of_a_form_every_activity_it_asks_about_is_there_and_one_without_an_answer_says_so()
    {
        var journal = await JournalAsync(Day(1, "could-not"));
        var document = ReportWriter.Write(
            Shelf.Reports,
            English,
            await ReportJournal.SourceAsync(journal),
            "benefits",
            ["function-gb"]
        );
        var shape = document.Sections.Single(s => s.Id == "function-gb");
        var table = Assert.Single(shape.Blocks.OfType<TableBlock>());
        Assert.Equal(
            Activities.FindForm("gb")!.Activities.Select(a => English[$"function.activity.{a}"]),
            table.Rows.Select(r => r[0])
        );
        Assert.Equal("1", table.Rows.Single(r => r[0] == English["function.activity.cook"])[1]);
        Assert.Equal(
            English["common.not-recorded"],
            table.Rows.Single(r => r[0] == English["function.activity.wash"])[1]
        );
        Assert.Contains("more than 50 % of days", ReportText.Of(document), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mood_medicines_and_notes_are_not_in_it()
    {
        var journal = await ReportJournal.MakeAsync();
        var text = await ReportAsync(journal, "function-us", "function-gb", "function-es", "function-de");
        Assert.All(ReportJournal.Treatments.Append("private note"), word =>
            Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Theory, MemberData(nameof(Languages))]
    public void Each_activity_way_mark_and_form_has_its_words(string language)
    {
        var words = new Words(Shelf.Content, language);
        IEnumerable<string> keys =
        [
            .. Activities.Activities.Select(a => $"function.activity.{a.Id}"),
            .. Activities.Activities.Select(a => $"function.group.{a.Group}"),
            .. Activities.Ways.Select(w => $"function.way.{w}"),
            .. Activities.Marks.SelectMany(m => new[] { $"function.mark.{m}", $"functions.not.{m}" }),
            .. Activities.Forms.SelectMany(f =>
                new[] { $"function.form.{f.Id}.about", $"report.section.function-{f.Id}" }
            ),
        ];
        Assert.All(keys, key => Assert.Equal(language, words.LanguageOf(key)));
    }

    public static TheoryData<string> Languages => [.. Words.Languages(Shelf.Content)];
}
