using System.Globalization;
using System.Text;
using Inomya.Content;
using Inomya.Demo;
using Inomya.Journals;
using Inomya.Tests.Questionnaires;
using Inomya.Vocabulary;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Tests.Exports;

public class TidyCsvTests
{
    private static readonly LocalDate Day = new(2026, 11, 20);

    private static readonly Measure Steps = new()
    {
        Id = "steps",
        Kind = MeasureKind.Quantity,
        Daily = DailyRule.Sum,
    };

    [Theory, MemberData(nameof(Storage.Both), MemberType = typeof(Storage))]
    public async Task What_was_recorded_is_a_row_and_what_was_not_is_an_empty_cell(string storage)
    {
        var journal = await SmallAsync(storage);
        var zip = await WrittenZip.TidyAsync(journal);
        Assert.Equal(["observations.csv", "days.csv", "events.csv", "codebook.csv"], zip.Names);

        var rows = zip.Table("observations.csv");
        Assert.Equal(
            "person_id start_utc end_utc local_date zone measure value ucum_unit raw_value raw_unit raw_scale source device method quality import_id row_hash",
            string.Join(' ', rows[0].Keys)
        );
        var pain = Assert.Single(rows, r => r["measure"] == "pain@neck");
        Assert.Equal(
            ("2026-11-20", "6.5", "{score}", "0-10", "checkin", "self-report", "", ""),
            (
                pain["local_date"],
                pain["value"],
                pain["ucum_unit"],
                pain["raw_scale"],
                pain["source"],
                pain["method"],
                pain["start_utc"],
                pain["device"]
            )
        );
        var tick = Assert.Single(rows, r => r["measure"] == "bad_day");
        Assert.Equal(("2026-11-22", "1"), (tick["local_date"], tick["value"]));

        var days = zip.Table("days.csv");
        Assert.Equal(["2026-11-20", "2026-11-21", "2026-11-22"], days.Select(d => d["date"]));
        Assert.Equal(["6.5", "", ""], days.Select(d => d["pain@neck"]));
        Assert.Equal(["", "", "1"], days.Select(d => d["bad_day"]));
        Assert.Equal(["", "180", ""], days.Select(d => d["steps"]));
    }

    [Fact]
    public async Task Readings_of_devices_are_rows_with_their_moments()
    {
        var zip = await WrittenZip.TidyAsync(await SmallAsync(Storage.Sqlite));
        var steps = zip.Table("observations.csv").Where(r => r["measure"] == "steps").ToList();
        Assert.Equal(["60", "120"], steps.Select(r => r["value"]));
        Assert.Equal(
            ("2026-11-21T09:00:00Z", "2026-11-21T10:00:00Z", "2026-11-21", "Europe/Madrid", "Watch", "device"),
            (
                steps[0]["start_utc"],
                steps[0]["end_utc"],
                steps[0]["local_date"],
                steps[0]["zone"],
                steps[0]["device"],
                steps[0]["method"]
            )
        );
        Assert.Equal(2, steps.Select(r => r["row_hash"]).Distinct().Count());
        var again = await WrittenZip.TidyAsync(await SmallAsync(Storage.Sqlite));
        Assert.Equal(
            steps.Select(r => r["row_hash"]),
            again.Table("observations.csv").Where(r => r["measure"] == "steps").Select(r => r["row_hash"])
        );
    }

    [Fact]
    public async Task A_cell_that_looks_like_a_formula_or_holds_a_line_break_stays_as_it_was_written()
    {
        var zip = await WrittenZip.TidyAsync(await SmallAsync(Storage.Sqlite));
        var note = Assert.Single(zip.Table("events.csv"), r => r["event"] == "note");
        Assert.Equal("=1+1, \"she said\"\nno", note["text"]);
        var raw = Encoding.UTF8.GetString(zip.Bytes("events.csv"));
        Assert.Contains("\"=1+1, \"\"she said\"\"\nno\"", raw, StringComparison.Ordinal);
        Assert.EndsWith("\r\n", raw, StringComparison.Ordinal);
        Assert.NotEqual(0xEF, zip.Bytes("events.csv")[0]);
    }

    [Fact]
    public async Task Numbers_have_a_point_whatever_the_language()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("es-ES");
            var zip = await WrittenZip.TidyAsync(await SmallAsync(Storage.Sqlite), "es");
            Assert.Contains(zip.Table("observations.csv"), r => r["value"] == "6.5");
            Assert.Contains(zip.Table("days.csv"), r => r["pain@neck"] == "6.5");
            var pain = Assert.Single(zip.Table("codebook.csv"), r => r["measure"] == "pain@neck");
            Assert.StartsWith("Dolor", pain["label"], StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task The_codebook_tells_of_every_measure_of_the_demo_person()
    {
        var journal = await DemoAsync();
        var zip = await WrittenZip.TidyAsync(journal);
        var codebook = zip.Table("codebook.csv").ToDictionary(r => r["measure"]);
        var (observations, days) = (zip.Table("observations.csv"), zip.Table("days.csv"));
        Assert.Empty(observations.Select(r => r["measure"]).Concat(days[0].Keys.Skip(1)).Except(codebook.Keys));
        Assert.Equal(
            ("scale", "0-10", "lower", "loinc", "72514-3"),
            (
                codebook["pain"]["kind"],
                codebook["pain"]["scale"],
                codebook["pain"]["direction"],
                codebook["pain"]["code_system"],
                codebook["pain"]["code"]
            )
        );
        Assert.Equal(
            (await journal.AllAsync<Entry>()).Count,
            observations.Count(r => r["method"] == "self-report" && r["import_id"].Length > 0 && IsEntry(r["measure"]))
        );
        Assert.Equal(observations.Count, observations.Select(r => string.Join('|', r.Values)).Distinct().Count());
    }

    [Fact]
    public async Task What_a_person_wrote_for_themselves_is_in_no_table()
    {
        var journal = await SmallAsync(Storage.Sqlite);
        await journal.RecordAsync(
            new Draft("worksheet").Add(
                new Worksheet
                {
                    Kind = "own-words",
                    Fields = Worksheet.Write([("text", "only mine")]),
                    Day = Day,
                }
            )
        );
        var zip = await WrittenZip.TidyAsync(journal);
        Assert.All(zip.Names, name =>
            Assert.DoesNotContain("only mine", Encoding.UTF8.GetString(zip.Bytes(name)), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_empty_journal_gives_tables_without_rows()
    {
        var zip = await WrittenZip.TidyAsync(await Storage.NewJournalAsync(Storage.Sqlite));
        Assert.All(zip.Names, name => Assert.Empty(zip.Table(name)));
        Assert.Equal("date\r\n", Encoding.UTF8.GetString(zip.Bytes("days.csv")));
    }

    internal static async Task<Journal> DemoAsync()
    {
        var store = await JournalStore.OpenAsync(Storage.NewPlace(Storage.Sqlite), new FakeClock(Storage.Noon));
        return await DemoPerson.CreateAsync(store, ContentCheck.Content, "Europe/Madrid");
    }

    private static bool IsEntry(string measure) =>
        !((string[])["sleep_diary.", "function."]).Any(p => measure.StartsWith(p, StringComparison.Ordinal))
        && (!measure.Contains('.', StringComparison.Ordinal) || measure.Contains('@', StringComparison.Ordinal));

    private static async Task<Journal> SmallAsync(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        await journal.RecordAsync(
            new Draft("checkin", day: Day)
                .Add(EntryOf("pain", 6.5, Day) with { Region = "neck", ScaleLow = 0, ScaleTop = 10, Unit = "{score}" })
                .Add(EntryOf("bad_day", 1, Day.PlusDays(2)))
                .Add(
                    new Note
                    {
                        Day = Day,
                        Text = "=1+1, \"she said\"\nno",
                        Source = "checkin",
                    }
                )
        );
        await journal.AddSamplesAsync(
            Steps,
            "Watch",
            [
                new Reading(Instant.FromUtc(2026, 11, 21, 9, 0), Instant.FromUtc(2026, 11, 21, 10, 0), 60),
                new Reading(Instant.FromUtc(2026, 11, 21, 10, 0), Instant.FromUtc(2026, 11, 21, 11, 0), 120),
            ]
        );
        return journal;
    }

    private static Entry EntryOf(string measure, double value, LocalDate day) =>
        new()
        {
            Measure = measure,
            Value = value,
            Day = day,
            Source = "checkin",
        };
}
