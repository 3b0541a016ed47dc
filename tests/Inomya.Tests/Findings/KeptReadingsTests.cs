using Inomya.Content;
using Inomya.Experiments;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Reports;
using Inomya.Tests.Medicines;
using NodaTime.Testing;

namespace Inomya.Tests.Findings;

/// <summary>A journal to which nobody wrote is neither read nor worked out again, and one to which anybody did is.</summary>
public class KeptReadingsTests
{
    private const int Days = 90;
    private static readonly MeasureCatalogue Measures = Shelf.Reports.Measures;

    private static async Task<Journal> JournalAsync()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite, new FakeClock(Storage.Noon));
        var draft = new Draft("checkin");
        for (var ago = 1; ago <= Days; ago++)
            draft.Add(Pain(journal, ago, (ago * 7) % 9));
        await journal.RecordAsync(draft);
        return journal;
    }

    private static Entry Pain(Journal journal, int ago, double value) =>
        new()
        {
            Measure = "pain",
            Value = value,
            ScaleLow = 0,
            ScaleTop = 10,
            Unit = "{score}",
            Day = journal.Today.PlusDays(-ago),
            Source = "checkin",
        };

    private static Task<FindingReport?> PageAsync(Journal journal) => JournalFindings.ReadAsync(journal, Measures);

    private static Task<ReportSource?> ReportAsync(Journal journal) =>
        ReportSource.ReadAsync(journal, Shelf.Reports, new Words(Shelf.Content), null, null);

    [Fact]
    public async Task Page_and_report_seen_again_are_the_same_objects()
    {
        var journal = await JournalAsync();
        var page = await PageAsync(journal);
        var report = await ReportAsync(journal);
        var again = await journal.Store.OfAsync(journal.Person.Id);
        Assert.Same(page, await PageAsync(again));
        Assert.Same(report, await ReportAsync(again));
        Assert.Same(page, report!.Findings);
    }

    [Fact]
    public async Task One_day_more_is_read_whoever_wrote_it()
    {
        var journal = await JournalAsync();
        var before = await PageAsync(journal);
        var elsewhere = await journal.Store.OfAsync(journal.Person.Id);
        await elsewhere.RecordAsync(new Draft("checkin").Add(Pain(elsewhere, 0, 10)));
        var after = await PageAsync(journal);
        Assert.Equal(Days, before!.Outcome.Recorded);
        Assert.Equal(Days + 1, after!.Outcome.Recorded);
        Assert.Equal(after.Last, (await ReportAsync(journal))!.Findings!.Last);
    }

    [Fact]
    public async Task Another_choice_is_read()
    {
        var journal = await JournalAsync();
        Assert.Null((await PageAsync(journal))!.Roles.FlareThreshold);
        await journal.SetAsync(OwnFlare.Setting, new OwnFlare("pain", 7, 1).ToString());
        Assert.Equal(7, (await PageAsync(journal))!.Roles.FlareThreshold);
    }

    [Fact]
    public async Task Nobody_is_given_what_is_another_s()
    {
        var journal = await JournalAsync();
        var other = await journal.Store.OfAsync((await journal.Store.AddPersonAsync("Eva", "Europe/Madrid")).Id);
        Assert.NotNull(await PageAsync(journal));
        Assert.Null(await PageAsync(other));
        Assert.Null(await ReportAsync(other));
        Assert.Empty(await Tested.OfAsync(other, Measures, "pain"));
    }

    [Fact]
    public async Task A_report_of_other_days_is_another()
    {
        var journal = await JournalAsync();
        var part = await ReportSource.ReadAsync(
            journal,
            Shelf.Reports,
            new Words(Shelf.Content),
            journal.Today.PlusDays(-40),
            null
        );
        Assert.Equal(41, part!.Days);
        Assert.NotEqual(41, (await ReportAsync(journal))!.Days);
    }
}
