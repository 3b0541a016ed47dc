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

    [Fact]
    public void A_form_counts_the_months_that_it_asks_about()
    {
        var told = new[] { Day(3, "could-not"), Day(200, "could"), Day(400, "could") };
        Assert.Equal(1, FunctionFile.Of(told, Activities, Activities.FindForm("de")!, Today).Find("cook")!.Answered);
        Assert.Equal(2, FunctionFile.Of(told, Activities, Activities.FindForm("gb")!, Today).Find("cook")!.Answered);
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
