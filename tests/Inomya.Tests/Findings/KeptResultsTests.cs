using Inomya.Content;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Reports;
using Inomya.Series;
using Inomya.Tests.Medicines;
using Inomya.Vocabulary;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Tests.Findings;

/// <summary>The engine is asked once about the same days, and again about any others.</summary>
public class KeptResultsTests
{
    private const int Days = 90;
    private static readonly LocalDate Monday = new(2026, 3, 2);
    private static readonly MeasureCatalogue Measures = Shelf.Reports.Measures;

    private static FindingReport Report(
        double[] pain,
        FindingQuestion? question = null,
        CancellationToken stop = default
    )
    {
        var column = new DayColumn(new ColumnName("pain"), Measures.Find("pain"), pain);
        return JournalFindings.Of(
            new DaySeries(Monday, pain.Length, [column]),
            null,
            new HashSet<string>(),
            question ?? new FindingQuestion(),
            stop
        )!;
    }

    /// <summary>No other test asks about the same days.</summary>
    private static double[] Pain(int own) => [.. Enumerable.Range(0, Days).Select(t => (t * own) % 9 + 0.01 * own)];

    [Fact]
    public void The_same_days_are_worked_out_once() => Assert.Same(Report(Pain(2)).Result, Report(Pain(2)).Result);

    [Fact]
    public void One_value_more_asks_anew()
    {
        var before = Report(Pain(4)).Result;
        var pain = Pain(4);
        pain[10] = double.NaN;
        Assert.NotSame(before, Report(pain).Result);
    }

    [Fact]
    public void Another_question_about_the_same_days_asks_anew()
    {
        var before = Report(Pain(5)).Result;
        var own = Report(Pain(5), new FindingQuestion { Flare = new OwnFlare("pain", 7, 1) }).Result;
        Assert.NotSame(before, own);
        Assert.NotSame(own, Report(Pain(5), new FindingQuestion { Flare = new OwnFlare("pain", 6, 1) }).Result);
        Assert.NotSame(before, Report(Pain(5), new FindingQuestion { MinimalChange = 2 }).Result);
    }

    [Fact]
    public void What_was_called_off_is_not_kept()
    {
        Assert.Throws<OperationCanceledException>(() => Report(Pain(7), stop: new CancellationToken(canceled: true)));
        Assert.Equal(Days, Report(Pain(7)).Outcome.Recorded);
    }

    [Fact]
    public async Task The_report_asks_with_the_person_s_own_flares_as_the_page_does()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite, new FakeClock(Storage.Noon));
        var draft = new Draft("checkin");
        foreach (var (value, ago) in Pain(8).Select((v, i) => (Math.Floor(v), Days - i)))
            draft.Add(
                new Entry
                {
                    Measure = "pain",
                    Value = value,
                    ScaleLow = 0,
                    ScaleTop = 10,
                    Unit = "{score}",
                    Day = journal.Today.PlusDays(-ago),
                    Source = "checkin",
                }
            );
        await journal.RecordAsync(draft);
        await journal.SetAsync(OwnFlare.Setting, new OwnFlare("pain", 7, 1).ToString());
        var page = await JournalFindings.ReadAsync(journal, Measures);
        var source = await ReportSource.ReadAsync(journal, Shelf.Reports, new Words(Shelf.Content), null, null);
        Assert.Equal(7, source!.Findings!.Roles.FlareThreshold);
        Assert.Equal(page!.Roles.FlareThreshold, source.Findings.Roles.FlareThreshold);
    }
}
