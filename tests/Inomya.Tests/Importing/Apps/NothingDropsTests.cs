using System.Text;
using CsCheck;
using Inomya.Importing;
using Inomya.Importing.Apps;
using Inomya.Journals;

namespace Inomya.Tests.Importing.Apps;

/// <summary>Whatever stands in a file of an app is kept, refused by line, or named among what is passed over.</summary>
public class NothingDropsTests
{
    public static TheoryData<string> Formats => [.. AppShape.All.Select(s => s.ToString())];

    private static AppShape Of(string format) => AppShape.All.Single(s => s.ToString() == format);

    [Theory, MemberData(nameof(Formats))]
    public void Every_row_leaves_a_trace_whatever_its_cells_hold(string format)
    {
        var shape = Of(format);
        RowsOf(shape)
            .Sample(
                rows =>
                {
                    if (Read(shape, rows) is not { } read)
                        return;
                    Assert.Equal(rows.Length, read.Rows);
                    Assert.InRange(Traces(read), rows.Length, int.MaxValue);
                    Assert.All(rows, row => Assert.True(Read(shape, [row]) is not { } one || Traces(one) > 0));
                },
                iter: 300
            );
    }

    [Theory, MemberData(nameof(Formats))]
    public void What_is_kept_can_be_recorded_and_is_known_again(string format)
    {
        var shape = Of(format);
        RowsOf(shape)
            .Sample(
                rows =>
                {
                    if (Read(shape, rows) is not { } read)
                        return;
                    Assert.All(read.Entries(), AssertCanBeRecorded);
                    Assert.Empty(MeasuresOf(read).Except(KnownTo(read)));
                    Assert.Equal(read.Facts.Count, read.Facts.DistinctBy(f => f.Id).Count());
                    Assert.Equal(read.Facts.Select(f => f.Id), Read(shape, rows)!.Facts.Select(f => f.Id));
                },
                iter: 200
            );
    }

    [Theory, MemberData(nameof(Storage.Both), MemberType = typeof(Storage))]
    public async Task Importing_a_file_again_adds_and_changes_nothing(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        foreach (var shape in AppShape.All)
        {
            if (Read(shape, GoodRows(shape))!.Facts is not { Count: > 0 } facts)
                continue; // readings go another way
            Assert.NotEqual(0, (await journal.ImportAsync(facts)).Added);
            var again = await journal.ImportAsync(Read(shape, GoodRows(shape))!.Facts);
            Assert.Equal(
                (shape.ToString(), 0, facts.Count, 0),
                (shape.ToString(), again.Added, again.Same, again.Changed)
            );
        }
    }

    [Theory, MemberData(nameof(Storage.Both), MemberType = typeof(Storage))]
    public async Task A_value_that_was_corrected_in_the_app_changes_its_fact(string storage)
    {
        const string header = "full_date,time,mood,activities,note\n";
        var journal = await Storage.NewJournalAsync(storage);
        await journal.ImportAsync(AppFiles.Read(header + "2026-03-10,18:50,rad,,a\n2026-03-09,18:50,bad,,\n").Facts);
        var later = await journal.ImportAsync(
            AppFiles.Read(header + "2026-03-11,18:50,meh,,\n2026-03-10,6:50 pm,good,,b\n2026-03-09,18:50,bad,,\n").Facts
        );
        Assert.Equal((1, 1, 2), (later.Added, later.Same, later.Changed));
    }

    [Fact]
    public void A_file_larger_than_any_export_is_not_read_into_memory()
    {
        var file = new BroughtFile("a.json", 10, () => new Endless(), Encoding.UTF8.GetBytes("[{}]"));
        var error = Assert.Throws<ImportException>(() =>
            new ExistJson().Read(file, new ImportSink("exist", AppFiles.Days, AppFiles.Today), default)
        );
        Assert.Equal(ImportProblem.TooLargeJson, error.Why);
    }

    [Theory, MemberData(nameof(Formats))]
    public void Each_is_recognised_and_by_no_other_before_it(string format)
    {
        var shape = Of(format);
        var found = AppFiles.FormatOf(shape.Text(GoodRows(shape)), shape.File);
        Assert.Equal(shape.Format.GetType(), found?.GetType());
    }

    [Theory, MemberData(nameof(Formats))]
    public void A_file_without_rows_holds_nothing(string format) => Assert.Equal(0, Read(Of(format), [])?.Rows);

    /// <summary>The first that may well stand in each cell, then the second.</summary>
    private static string[][] GoodRows(AppShape shape) =>
        [.. Enumerable.Range(0, 2).Select(n => shape.Cells.Select(c => c[n % c.Length]).ToArray())];

    private static Gen<string[][]> RowsOf(AppShape shape) =>
        Gen
            .Int.Array[shape.Cells.Length]
            .Select(picks => shape.Cells.Select((cell, i) => Pick(cell, shape.Garbage, (uint)picks[i])).ToArray())
            .Where(row => row.Any(c => !string.IsNullOrWhiteSpace(c)))
            .Array[1, 6];

    /// <summary>One of four cells holds what it should not.</summary>
    private static string Pick(string[] cell, string[] garbage, uint pick) =>
        pick % 4 == 0 ? garbage[pick / 4 % garbage.Length] : cell[pick / 4 % cell.Length];

    /// <summary>Null where the file is refused as a whole, which is told.</summary>
    private static ImportSink? Read(AppShape shape, string[][] rows)
    {
        var sink = new ImportSink(
            shape.Format.Id,
            AppFiles.Days,
            AppFiles.Today,
            new MeasureList(Files.Catalogue.Measures)
        );
        try
        {
            shape.Format.Read(
                AppFiles.Brought(shape.Text(rows), shape.File),
                sink,
                TestContext.Current.CancellationToken
            );
        }
        catch (ImportException e)
        {
            Assert.True(
                e.Why == ImportProblem.NoDateFormat
                    || e.Why == ImportProblem.TwoDateFormats
                    || e.Why == ImportProblem.DayNumbers,
                e.Message
            );
            return null;
        }
        return sink;
    }

    private static int Traces(ImportSink sink) =>
        sink.Facts.Count(f => f is not (OwnMeasure or Treatment))
        + sink.Streams.Sum(s => s.Value.Count)
        + sink.Refused.Count
        + sink.PassedOver.Sum(p => p.Value);

    private static void AssertCanBeRecorded(Entry entry)
    {
        Assert.True(entry.Value is { } value ? double.IsFinite(value) : entry.Text is { Length: > 0 });
        Assert.True(entry.Scale is not { } scale || scale.Holds(entry.Value!.Value));
        Assert.InRange(entry.Day, new(1900, 1, 1), AppFiles.Today);
        Assert.Equal(entry.At is null, entry.Zone is null);
    }

    private static IEnumerable<string> MeasuresOf(ImportSink sink) => sink.Entries().Select(e => e.Measure).Distinct();

    private static IEnumerable<string> KnownTo(ImportSink sink) =>
        sink.Facts.OfType<OwnMeasure>().Select(m => m.Measure).Concat(Files.Catalogue.Measures.Select(m => m.Id));
}
