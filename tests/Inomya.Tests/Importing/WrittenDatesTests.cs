using System.Text;
using Inomya.Importing;
using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Tests.Importing;

/// <summary>Days and hours as people and programs write them.</summary>
public class WrittenDatesTests
{
    private static readonly DayClock Madrid = new(DayClock.UsualBoundary, [new ZoneSince(default, "Europe/Madrid")]);

    [Theory]
    [InlineData("14/03/26", "2026-03-14")]
    [InlineData("14.3.26", "2026-03-14")]
    [InlineData("14/03/99", "1999-03-14")]
    [InlineData("3/14/2026 9:30 PM", "2026-03-14")]
    [InlineData("14.03.2026 21:30", "2026-03-14")]
    [InlineData("March 14, 2026", "2026-03-14")]
    [InlineData("Saturday, March 14, 2026", "2026-03-14")]
    [InlineData("14 mar 2026", "2026-03-14")]
    [InlineData("14-Mar-2026", "2026-03-14")]
    [InlineData("14 de marzo de 2026", "2026-03-14")]
    [InlineData("14 enero 2026", "2026-01-14")]
    [InlineData("2024-02-29", "2024-02-29")]
    [InlineData("20260314", "2026-03-14")]
    [InlineData("2026-03-14T10:00Z", "2026-03-14")]
    [InlineData("2026-03-14T23:30:00.000Z", "2026-03-15")]
    [InlineData("2026-03-14 22:59:59 +0000", "2026-03-14")]
    [InlineData("2026-03-14T23:30:00-05:00", "2026-03-15")]
    [InlineData("1773500400", "2026-03-14")]
    [InlineData("1773500400000", "2026-03-14")]
    public void Each_is_the_day_where_the_person_was(string cell, string day) =>
        Assert.Equal(
            (day, null),
            Dates.Of([cell], Files.Today, days: Madrid).Read(cell) is var (read, refused)
                ? ($"{read:uuuu-MM-dd}", refused)
                : default
        );

    [Theory]
    [InlineData("2025-02-29", "2025-02-27", "2025-02-28")]
    [InlineData("Sunday, March 14, 2026", "Friday, March 13, 2026", "Monday, March 16, 2026")]
    [InlineData("31/04/2026", "30/04/2026", "29/04/2026")]
    public void A_day_that_there_is_not_is_refused(string cell, params string[] others) =>
        Assert.Equal(RefusalReason.NotADate, Dates.Of([.. others, cell], Files.Today).Read(cell).Refused);

    [Theory]
    [InlineData("two-date-formats", "03/04/2026", "04/05/2026")]
    [InlineData("two-date-formats", "03/04/26", "04/05/26")]
    [InlineData("two-date-formats", "03-04-2026", "05-06-2026")]
    [InlineData("day-numbers", "46095", "46096.5")]
    [InlineData("no-date-format", "yesterday", "today")]
    public void What_could_be_two_days_is_asked(string why, params string[] cells) =>
        Assert.Equal(why, Assert.Throws<ImportException>(() => Dates.Of(cells, Files.Today)).Why.Key);

    [Theory]
    [InlineData("excel", "46095", "2026-03-14 00:00 False")]
    [InlineData("excel", "46095.5", "2026-03-14 12:00 True")]
    [InlineData("dd/MM/yy", "14/03/26", "2026-03-14 00:00 False")]
    [InlineData("M/d/yyyy h:mm tt", "3/14/2026 9:30 PM", "2026-03-14 21:30 True")]
    [InlineData("d MMMM yyyy", "14 marzo 2026", "2026-03-14 00:00 False")]
    [InlineData("yyyy-MM-dd HH:mm:sszzz", "2026-03-14 10:00:00+01:00", "2026-03-14 10:00 True")]
    public void What_the_person_says_is_how_it_is_read(string format, string cell, string time) =>
        Assert.Equal(
            time,
            new Dates(format, Files.Today).ReadTime(cell).Time is var t ? $"{t.Wall:uuuu-MM-dd HH:mm} {t.HasTime}" : ""
        );

    [Fact]
    public void A_column_whose_hours_are_all_midnight_is_a_column_of_days() =>
        Assert.Equal(
            ["2026-03-21=3", "2026-03-21=5", "2026-03-22=4"],
            Read("when,pain\n2026-03-21 00:00,3\n2026-03-21 00:00,5\n2026-03-22T00:00,4\n2026-03-22 00:00,4\n").Values()
        );

    [Fact]
    public void Where_most_hours_are_midnight_those_are_days_and_the_others_hours()
    {
        var read = Read(
            "when,pain\n2026-03-21T00:00+01:00,3\n2026-03-22T00:00+01:00,5\n2026-03-23T00:00+01:00,4\n2026-03-23T02:30+01:00,6\n"
        );
        Assert.Equal(["2026-03-21=3", "2026-03-22=5", "2026-03-23=4", "2026-03-22=6"], read.Values());
        Assert.Equal([true, true, true, false], read.Facts.OfType<Entry>().Select(e => e.At is null));
    }

    [Fact]
    public void A_moment_is_the_same_however_its_zone_is_written()
    {
        var read = Read("when,pain\n2026-03-10T02:30:00Z,4\n2026-03-10T23:30:00.000Z,6\n2026-03-11T08:00:00+01:00,5\n");
        // 03:30 in Madrid is of the day before, 00:30 too
        Assert.Equal(["2026-03-09=4", "2026-03-10=6", "2026-03-11=5"], read.Values());
        Assert.Equal(
            read.Facts.OfType<Entry>().Skip(2).Select(e => e.Id),
            Read("when,pain\n2026-03-11T07:00:00Z,5\n").Facts.OfType<Entry>().Select(e => e.Id)
        );
    }

    [Fact]
    public void A_year_that_was_typed_wrong_is_not_made_one_of_ours() =>
        Assert.Equal(
            RefusalReason.Before1900,
            Dates.Of(["2026-03-01", "0026-03-02"], Files.Today).Read("0026-03-02").Refused
        );

    [Fact]
    public async Task What_was_written_after_midnight_has_come()
    {
        // 01:26 in Madrid: the person's day is still the 28th, the date on the wall the 29th
        var journal = await Storage.NewJournalAsync(
            Storage.Sqlite,
            new NodaTime.Testing.FakeClock(Instant.FromUtc(2026, 11, 29, 0, 26))
        );
        var reading = ImportFile.Read(
            new MemoryStream(
                Encoding.UTF8.GetBytes("when,pain\n2026-11-28 22:10,4\n2026-11-29 00:20,6\n2026-11-30 00:20,7\n")
            ),
            new ImportOptions { Map = CsvMap.Parse(When), Days = journal.Days },
            Files.Catalogue,
            new MeasureList(Files.Catalogue.Measures),
            journal.DateOnTheWall,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(new LocalDate(2026, 11, 28), journal.Today);
        Assert.Equal(["2026-11-28=4", "2026-11-28=6"], reading.Values());
        Assert.Equal(["4 day-to-come"], reading.Why());
        Assert.Equal(2, (await journal.ImportAsync(reading.Facts)).Added);
    }

    private const string When = """{"date": {"column": "when"}, "columns": {"pain": {"measure": "pain"}}}""";

    private static ImportReading Read(string text) =>
        Files.Read(
            new MemoryStream(Encoding.UTF8.GetBytes(text)),
            new ImportOptions { Days = Madrid, Map = CsvMap.Parse(When) }
        );
}
